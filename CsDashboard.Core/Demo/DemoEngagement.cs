using CsDashboard.Engagement;
using CsDashboard.Engagement.Offers;
using CsDashboard.Engagement.Referrals;
using CsDashboard.Engagement.Rewards;
using CsDashboard.Engagement.Segments;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace;

namespace CsDashboard.Demo;

/// <summary>
/// What keeps the demo's customers loyal: offers that run and one that was used, own segments, referrals in every state. The segments
/// themselves follow from the orders.
/// </summary>
internal sealed class DemoEngagement(
    Store store,
    Offers offers,
    Vouchers vouchers,
    OwnSegments segments,
    Referrals referrals,
    ReferralCases cases,
    Orders orders
)
{
    private static readonly (string Name, string Email, string Language)[] Friends =
    [
        ("Nadia Rahman", "nadia.rahman@example.com", "en"),
        ("Jonas Weber", "jonas.weber@example.com", "en"),
        ("هند السبيعي", "hind.subaie@example.com", "ar"),
    ];

    /// <summary>For the first company, whose customers come in the order of the list.</summary>
    public async Task Fill(
        IReadOnlyList<Actor> customers,
        Actor admin,
        Actor agent,
        Actor product,
        DateTimeOffset now,
        Func<Actor, DateTimeOffset, Actor> at
    )
    {
        var shop = product with { Name = "Shop" };
        await offers.AddFour(at(admin, now));
        var welcome = await offers.Save(
            at(admin, now.AddDays(-40)),
            null,
            new OfferInput
            {
                Code = "COURSE20",
                Title = "20% off every course",
                TitleAr = "خصم ٢٠٪ على كل الدورات",
                Description = "Learn to keep your risk small.",
                DescriptionAr = "تعلّم كيف تُبقي مخاطرتك صغيرة.",
                Kind = OfferKind.Percent,
                Worth = 20,
                Category = "course",
                MinPurchase = 0,
                StartsAt = now.AddDays(-40),
                EndsAt = now.AddDays(-40).AddDays(70),
            }
        );
        await offers.Save(
            at(admin, now.AddDays(-5)),
            null,
            new OfferInput
            {
                Code = "CHALLENGE25",
                Title = "25 off a challenge",
                TitleAr = "خصم ٢٥ على تحدٍّ",
                Description = "Begin a challenge from 100 and pay 25 less.",
                DescriptionAr = "ابدأ تحدّيًا من ١٠٠ فأكثر وادفع أقل بـ٢٥.",
                Kind = OfferKind.Amount,
                Worth = 25,
                Category = "challenge",
                MinPurchase = 100,
                StartsAt = now.AddDays(-5),
                EndsAt = now.AddDays(-5).AddDays(30),
            }
        );
        var (sara, days) = (customers[0], now.AddDays(-30));
        await offers.Apply(at(sara, days), sara.CustomerId!.Value, welcome.Code);
        await orders.Record(
            at(shop, days.AddDays(1)),
            sara.CustomerId!.Value,
            new OrderInput
            {
                Number = "ORD-COURSE-1",
                Status = "delivered",
                PlacedAt = days.AddDays(1),
                Lines =
                [
                    new()
                    {
                        Name = "Course: risk first",
                        Category = "course",
                        Quantity = 1,
                        UnitPrice = 129,
                    },
                ],
            }
        );

        await vouchers.Save(
            at(admin, now.AddDays(-35)),
            null,
            new()
            {
                Name = "15% off your next order",
                NameAr = "خصم ١٥٪ على طلبك القادم",
                Cost = 400,
                Worth = 15,
                ValidDays = 90,
                PerPerson = 3,
            }
        );
        await vouchers.Save(
            at(admin, now.AddDays(-35)),
            null,
            new()
            {
                Name = "50 off a challenge",
                NameAr = "خصم ٥٠ على تحدٍّ",
                Cost = 1_000,
                Kind = OfferKind.Amount,
                Worth = 50,
                MinPurchase = 150,
                ValidDays = 60,
                InAll = 500,
            }
        );

        await segments.Save(
            at(admin, now.AddDays(-20)),
            null,
            new() { Name = "Funded and loyal", Conditions = [new("tag", "has", "funded"), new("orders", "atLeast", "4")] }
        );
        await segments.Save(
            at(admin, now.AddDays(-10)),
            null,
            new() { Name = "Gulf, bought this month", Conditions = [new("country", "is", "AE"), new("lastOrder", "within", "30")] }
        );

        var link = await referrals.Link(at(sara, now.AddDays(-60)), sara.CustomerId!.Value);
        for (var i = 0; i < 14; i++)
            await referrals.Opened(link.Code, at(product, now.AddDays(-i)).Clock);
        var brought = customers.Skip(4).Take(5).Select(c => c.CustomerId!.Value).ToList();
        for (var i = 0; i < brought.Count; i++)
        {
            var when = now.AddDays(-50 + 9 * i);
            var referral = await referrals.Track(at(agent, when), (i % 2 == 0 ? sara : customers[1]).CustomerId!.Value, brought[i]);
            if (i < 2)
                await cases.Decide(at(agent, when.AddHours(5)), referral.Id, true, "Known to us; the first order was a gift.");
            else if (i == 2)
                await cases.Decide(at(agent, when.AddHours(7)), referral.Id, false, "Has been a customer for months.");
        }
        for (var i = 0; i < Friends.Length; i++)
        {
            var (name, email, language) = Friends[i];
            var when = now.AddDays(-3 - i);
            var friend = await store.Write(
                at(product, when),
                db =>
                    Customers.CustomerRecords.Add(
                        db,
                        new Customers.NewCustomer
                        {
                            Name = name,
                            Email = email,
                            Language = language,
                            TimeZone = "Asia/Riyadh",
                        }
                    )
            );
            await referrals.Track(at(agent, when.AddHours(1)), sara.CustomerId!.Value, friend.Id);
            if (i == 2)
                await orders.Record(
                    at(shop, when.AddDays(1)),
                    friend.Id,
                    new OrderInput
                    {
                        Number = "ORD-FRIEND-1",
                        Status = "delivered",
                        PlacedAt = when.AddDays(1),
                        Lines =
                        [
                            new()
                            {
                                Name = "Challenge 10K",
                                Category = "challenge",
                                Quantity = 1,
                                UnitPrice = 99,
                            },
                        ],
                    }
                );
        }
    }
}
