using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Carts;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Checkout;

// Who buys, and what they have typed so far.
public sealed partial class Checkouts
{
    private void Demand(Actor actor, CartOwner owner)
    {
        owner.Demand(actor, MarketRights.Sell);
        // The company's own service keeps its orders: there is no second book beside it.
        if (outside.IsUsed)
            throw Refusal.Conflict(Words.Of("Checkout_Outside"), "shop_closed");
    }

    /// <summary>What was typed before; null where nothing was.</summary>
    public async Task<CheckoutInput?> Draft(Actor actor, CartOwner owner)
    {
        owner.Demand(actor, MarketRights.Sell);
        await using var db = store.Open(actor);
        return await db.CheckoutDrafts.SingleOrDefaultAsync(d => d.OwnerId == owner.Id) is not { } draft
            ? null
            : new CheckoutInput
            {
                Name = draft.Name,
                Email = draft.Email,
                ShipTo = draft.ShipTo is { } ship ? PostalAddressInput.Of(ship) : null,
                BillTo = draft.BillTo is { } bill ? PostalAddressInput.Of(bill) : null,
                ShippingMethod = draft.ShippingMethod,
                PaymentMethod = draft.PaymentMethod,
            };
    }

    /// <summary>Keeps what was typed, cut where it is longer than it may be; nothing is refused here.</summary>
    public Task Keep(Actor actor, CartOwner owner, CheckoutInput input)
    {
        owner.Demand(actor, MarketRights.Sell);
        return store.Write(
            actor,
            async db =>
            {
                var draft = await db.CheckoutDrafts.SingleOrDefaultAsync(d => d.OwnerId == owner.Id);
                if (draft is null)
                    db.CheckoutDrafts.Add(draft = new CheckoutDraft { OwnerId = owner.Id, CustomerId = owner.CustomerId });
                (draft.Name, draft.Email) = (Text(input.Name, 100), Text(input.Email, 254));
                (draft.ShipTo, draft.BillTo) = (Known(input.ShipTo), Known(input.BillTo));
                (draft.ShippingMethod, draft.PaymentMethod) = (Text(input.ShippingMethod, 30), Text(input.PaymentMethod, 20));
                draft.At = actor.Now;
            }
        );
    }

    /// <summary>Removes drafts of more than thirty days ago; for the schedule.</summary>
    public Task RemoveOldDrafts(Actor company)
    {
        var before = company.Now.AddDays(-30);
        return store.Write(company, db => db.CheckoutDrafts.Where(d => d.At < before).ExecuteDeleteAsync());
    }

    private static PostalAddress? Known(PostalAddressInput? typed) =>
        typed is null
            ? null
            : new PostalAddress
            {
                Name = Text(typed.Name, 100),
                Street = Text(typed.Street, 200),
                City = Text(typed.City, 100),
                State = Text(typed.State, 100),
                ZipCode = Text(typed.ZipCode, 20),
                Country = Text(typed.Country, 100),
            };

    private static string? Text(string? typed, int most)
    {
        var text = Lines.Clean(typed)?.Trim();
        return string.IsNullOrEmpty(text) || !TextAttribute.CanBeStored(text) ? null : Lines.Cut(text, most);
    }

    private static NewCustomer GuestOf(CheckoutInput input)
    {
        Emails.Read(input.Email);
        if (string.IsNullOrWhiteSpace(input.Name))
            throw Refusal.Invalid("name", Words.Of("Text_Required"));
        return new NewCustomer
        {
            Name = input.Name,
            Email = input.Email,
            Language = Words.Language,
        }.Checked();
    }

    // Whoever orders by an address that the company knows orders for that record: it learns of the order, and shows nothing of itself.
    private static async Task<Guid> CustomerOf(AppDb db, NewCustomer guest, Actor actor)
    {
        var address = Emails.Normalise(guest.Email);
        if (
            await db
                .Customers.Where(c => c.NormalizedEmail == address)
                .Select(c => new { Id = c.MergedInto ?? c.Id })
                .FirstOrDefaultAsync() is
            { } known
        )
            return known.Id;
        var added = await CustomerRecords.Add(db, guest);
        await db.SaveChangesAsync();
        return added.Id;
    }

    // Goods are held for who has not paid, so one buyer can't hold them all. Whoever orders as a guest by the address of a member does not
    // hold that member up.
    private Task DemandPace(AppDb db, Actor actor, CartOwner owner, Guid customer) =>
        shares.Demand(
            owner.IsGuest ? actor with { Role = Role.Customer } : actor,
            "Checkout_Many",
            MostAnHour,
            TimeSpan.FromHours(1),
            db.Orders.Where(o => o.CustomerId == customer && o.IsOwn && o.GuestId == null == !owner.IsGuest).Select(o => o.PlacedAt)
        );
}
