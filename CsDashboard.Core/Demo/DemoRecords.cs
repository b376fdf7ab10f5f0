using CsDashboard.Customers;
using CsDashboard.Customers.Trading;
using CsDashboard.Marketplace;

namespace CsDashboard.Demo;

/// <summary>
/// What is known of the demo's customers: tier, type, trading account, questionnaire, plan, notes, and twelve months of purchases; all by
/// the rooms' own verbs at their own times.
/// </summary>
internal sealed class DemoRecords(
    Customers.CustomerRecords customers,
    Questionnaires questionnaires,
    RiskPlans plans,
    CustomerNotes notes,
    Orders orders
)
{
    private static readonly string[] TierOfTen =
    [
        "standard",
        "premium",
        "standard",
        "free",
        "pro",
        "standard",
        "starter",
        "kickstarter",
        "enterprise",
        "premium",
    ];
    private static readonly string[] Firms =
    [
        "Northgate Funding",
        "Atlas Prop",
        "Meridian Capital",
        "Blue Harbour Trading",
        "Falcon Funded",
    ];
    private static readonly string[][] Pairs =
    [
        ["BTC/USD", "ETH/USD"],
        ["EUR/USD", "GBP/USD", "XAU/USD"],
        ["XAU/USD"],
        ["BTC/USD", "SOL/USD", "XRP/USD"],
        ["USD/JPY", "EUR/USD"],
    ];
    private static readonly decimal[] Sizes = [10_000, 25_000, 50_000, 100_000, 200_000];
    private static readonly (string Name, string Category, decimal Price)[] Goods =
    [
        ("Challenge 10K", "challenge", 99),
        ("Challenge 25K", "challenge", 189),
        ("Challenge 50K", "challenge", 299),
        ("Challenge 100K", "challenge", 499),
        ("Account reset", "reset", 59),
        ("Bi-weekly payout", "add-on", 39),
        ("Signals, one month", "subscription", 49),
        ("Course: risk first", "course", 129),
    ];

    private static readonly string[] EnglishNotes =
    [
        "Prefers to be called in the evening.",
        "Passed the 50K challenge at the second try; careful since.",
        "Asked twice about the weekend rule: explain it with an example.",
        "Knows the platform well, short answers are enough.",
    ];
    private static readonly string[] ArabicNotes =
    [
        "يفضل التواصل بعد صلاة العشاء.",
        "اجتاز التحدي من المحاولة الثانية.",
        "يحتاج إلى شرح قاعدة عطلة نهاية الأسبوع بمثال.",
    ];

    /// <summary>The acts of one customer with their times, in order. The shop's orders begin when the customer came.</summary>
    public IEnumerable<(DateTimeOffset At, Func<DateTimeOffset, Task> Do)> Plan(
        Guid customer,
        int place,
        string language,
        DateTimeOffset since,
        DateTimeOffset now,
        Actor admin,
        Actor shop,
        Func<Actor, DateTimeOffset, Actor> at,
        Random random
    )
    {
        var (experience, tolerance) = (place % 4, random.Next(5));
        var profile = new TradingProfile
        {
            PropFirm = Firms[place % Firms.Length],
            AccountType = place % 5 == 4 ? "Professional" : "Individual",
            AccountSize = Sizes[random.Next(Sizes.Length)],
            Experience = ((TradingExperience)experience).ToString(),
            RiskTolerance = ((RiskTolerance)tolerance).ToString(),
            PreferredPairs = Pairs[place % Pairs.Length],
            Answers =
                language == "ar"
                    ? new Dictionary<string, string>
                    {
                        ["منذ متى تتداول؟"] = experience == 0 ? "أقل من سنة" : "أكثر من سنتين",
                        ["goal"] = "دخل إضافي ثابت",
                    }
                    : new Dictionary<string, string>
                    {
                        ["How long have you traded?"] = experience == 0 ? "Less than a year" : "More than two years",
                        ["goal"] = "A steady second income",
                    },
        };
        yield return (since.AddMinutes(5), when => questionnaires.Sync(at(shop, when), customer, profile));
        yield return (
            since.AddMinutes(30),
            when =>
                customers.Change(
                    at(admin, when),
                    customer,
                    new CustomerChange
                    {
                        MembershipTier = TierOfTen[place % TierOfTen.Length],
                        Type =
                            place % 9 == 2 ? "VIP"
                            : place % 4 == 1 ? "Premium"
                            : null,
                        Newsletter = place % 3 == 0,
                        Birthday = Born(place, now),
                        Country = language == "ar" ? (place % 3 == 0 ? "AE" : "SA") : null,
                        Tags =
                            place % 9 == 2 ? ["vip", "payout"]
                            : place % 4 == 1 ? ["funded"]
                            : place % 5 == 0 ? ["challenge"]
                            : [],
                    }
                )
        );
        if (place % 3 == 0)
            yield return (
                since.AddDays(2),
                when =>
                    plans.Set(
                        at(shop, when),
                        customer,
                        RiskLimits.Of(RiskAssessment.Of((RiskTolerance)tolerance, (TradingExperience)experience).Level)
                    )
            );
        if (place % 2 == 0)
            yield return (
                since.AddDays(4),
                when =>
                    notes.Add(
                        at(admin, when),
                        customer,
                        new NewCustomerNote
                        {
                            Text = language == "ar" ? ArabicNotes[place % ArabicNotes.Length] : EnglishNotes[place % EnglishNotes.Length],
                        }
                    )
            );
        if (place % 4 == 3)
            yield return (
                since.AddDays(70),
                when =>
                    questionnaires.Sync(
                        at(shop, when),
                        customer,
                        new TradingProfile
                        {
                            Experience = ((TradingExperience)Math.Min(experience + 1, 3)).ToString(),
                            RiskTolerance = ((RiskTolerance)Math.Max(tolerance - 1, 0)).ToString(),
                        }
                    )
            );
        var first = since > now.AddDays(-360) ? since : now.AddDays(-360);
        var count = place % 9 == 5 ? 13 : 2 + random.Next(place % 9 == 2 ? 12 : 7);
        // Every buying habit occurs: some no longer buy, some buy much less than before, a few buy for a whole desk.
        var (until, large) = (place % 7 == 3 ? now.AddDays(-100) : now, place % 27 == 2);
        for (var i = 0; i < count; i++)
        {
            var placed =
                place % 7 == 6
                    ? (i == 0 ? now.AddDays(-20) : now.AddDays(-95 - 8 * i))
                    : first + (until - first) * ((i + 0.8 * random.NextDouble()) / count);
            if (placed < since)
                placed = since.AddDays(1 + i);
            var order = Order(placed, now - placed, random, large ? 60 : 1);
            yield return (placed, when => orders.Record(at(shop, when), customer, order));
        }
    }

    // The first customer has one to claim, the second one soon.
    private static DateOnly Born(int place, DateTimeOffset now) =>
        DateOnly
            .FromDateTime(
                now.AddDays(
                    place switch
                    {
                        0 => -3,
                        1 => 12,
                        _ => place * 37 % 365,
                    }
                ).UtcDateTime
            )
            .AddYears(-24 - place % 19);

    private static OrderInput Order(DateTimeOffset placed, TimeSpan age, Random random, int quantity)
    {
        var lines = Enumerable
            .Range(0, 1 + random.Next(2))
            .Select(_ => Goods[random.Next(Goods.Length)])
            .DistinctBy(g => g.Name)
            .Select(g => new OrderLineInput
            {
                Name = g.Name,
                Category = g.Category,
                Quantity = quantity,
                UnitPrice = g.Price,
            })
            .ToList();
        var status =
            age < TimeSpan.FromDays(2) ? "placed"
            : age < TimeSpan.FromDays(5) ? "processing"
            : random.Next(14) switch
            {
                0 => "cancelled",
                1 => "returned",
                2 when age < TimeSpan.FromDays(40) => "return requested",
                _ => "delivered",
            };
        return new OrderInput
        {
            Number = $"ORD-{placed:yyyyMMdd}-{random.NextInt64(0x1_0000_0000):X8}",
            Status = status,
            PlacedAt = placed,
            Lines = lines,
            City = "Riyadh",
            Country = "SA",
        };
    }
}
