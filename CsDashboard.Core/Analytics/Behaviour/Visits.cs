using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Analytics.Behaviour;

/// <summary>
/// What is told of visits (contract: market, Behaviour), by anybody: so what strangers say is claimed, and what staff and the service key
/// say is told. A visit belongs to whom it began with.
/// </summary>
public sealed class Visits(Store store, IEnumerable<IKnowOrders> books)
{
    // Nobody looks at a page for longer than a day.
    private const int Longest = 86_400;

    /// <summary>Begins one. Invalid (user_id, …) for what is missing or can't be kept.</summary>
    public Task<Guid> Start(Actor actor, Visitor who, VisitInput input)
    {
        string Word(string field, string? text, int most, string otherwise) => HitText.Short(field, text, most) ?? otherwise;
        var visit = Visit.Begun(
            new()
            {
                Who = who.Who,
                CustomerId = who.CustomerId,
                Person = who.Person,
                Trust = TrustIn(actor),
                Device = Word("device_type", input.Device, Visit.MaxWord, "desktop"),
                Browser = Word("browser", input.Browser, Visit.MaxWord, "unknown"),
                Os = Word("os", input.Os, Visit.MaxWord, "unknown"),
                Address = Word("ip_address", input.Address, Visit.MaxAddress, "unknown"),
                Agent = Word("user_agent", input.Agent, Visit.MaxAgent, "unknown"),
                StartedAt = actor.Now,
            }
        );
        return store.Write(
            actor,
            db =>
            {
                db.Visits.Add(visit);
                return Task.FromResult(visit.Id);
            }
        );
    }

    /// <summary>
    /// Counts a page or an interaction of a visit; one that ended by itself goes on as another, once. Gives the visit that counted it, and
    /// whether it did: not beyond a thousand. NotFound for an unknown visit; Invalid (user_id) for somebody else's.
    /// </summary>
    public Task<(Guid Visit, bool Counted)> Count(Actor actor, string? visitId, Visitor who, HitInput input)
    {
        var id = Read(visitId);
        Check(input);
        return store.Write(
            actor,
            async db =>
            {
                var visit = await Going(db, id);
                if (visit.Person != who.Person && visit.Who != who.Who)
                    throw Refusal.Invalid("user_id", Words.Of("Refused_Invalid"));
                if (!visit.Take(input.Kind, actor.Now))
                    return (visit.Id, false);
                db.Hits.Add(Made(db, input, who, visit));
                return (visit.Id, true);
            }
        );
    }

    /// <summary>
    /// Something about goods, with or without a visit. Gives whether it was counted. NotFound for a visit that isn't there; Invalid
    /// (event_type, user_id).
    /// </summary>
    public async Task<bool> Market(Actor actor, string? visitId, Visitor who, HitInput input)
    {
        if (!string.IsNullOrWhiteSpace(visitId))
            return (await Count(actor, visitId, who, input)).Counted;
        Check(input);
        await store.Write(
            actor,
            db =>
            {
                db.Hits.Add(Made(db, input, who, null));
                return Task.CompletedTask;
            }
        );
        return true;
    }

    /// <summary>Ends one. NotFound for one that isn't there or has ended.</summary>
    public Task End(Actor actor, string? visitId)
    {
        var id = Read(visitId);
        return store.Write(
            actor,
            async db =>
            {
                var visit = await Latest(db, id);
                if (visit?.IsOpen(actor.Now) != true)
                    throw Refusal.NotFound();
                visit.End(actor.Now);
            }
        );
    }

    /// <summary>
    /// Somebody did what the company lives on, once for each order. Of an order of ours its own value counts; else that of staff and the
    /// service key, and what strangers claim counts in no sum. Invalid (user_id, event_type, order_id, order_value).
    /// </summary>
    public Task Convert(Actor actor, Visitor who, string? kind, string? order, decimal? value, string? visitId)
    {
        var (what, number) = (HitText.Demand("event_type", kind, Visit.MaxWord), HitText.Demand("order_id", order, Conversion.MaxOrder));
        if (value is not (>= 0 and <= Money.Most))
            throw Refusal.Invalid("order_value", Words.Of("Range_Beyond", 0, Money.Most));
        return store.Write(
            actor,
            async db =>
            {
                var known = await db.Conversions.SingleOrDefaultAsync(c => c.OrderId == number);
                decimal? worth = null;
                foreach (var book in books)
                    worth ??= await book.Worth(db, number);
                var trust = worth is not null ? Trust.Proven : TrustIn(actor);
                // Whoever claims an order before it is there keeps nobody from telling of it.
                if (known is not null && (known.Trust != Trust.Claimed || trust == Trust.Claimed))
                    return;
                if (known is not null)
                    db.Conversions.Remove(known);
                await db.SaveChangesAsync();
                var visit = Guid.TryParse(visitId, out var id) ? await Latest(db, id) : null;
                db.Conversions.Add(
                    new Conversion
                    {
                        OrderId = number,
                        Who = who.Who,
                        CustomerId = who.CustomerId,
                        VisitId = visit?.Id,
                        Kind = what,
                        Trust = trust,
                        Value = worth ?? value.Value,
                        At = actor.Now,
                    }
                );
            }
        );
    }

    /// <summary>Inside a write: an order of ours is worth something else by now.</summary>
    public static Task Correct(AppDb db, string order, decimal worth) =>
        db
            .Conversions.Where(c => c.OrderId == order && c.Trust == Trust.Proven && c.Value != worth)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Value, worth));

    private static Trust TrustIn(Actor actor) => actor.Role is Role.Agent or Role.Admin or Role.Service ? Trust.Told : Trust.Claimed;

    private static Guid Read(string? visit) =>
        string.IsNullOrWhiteSpace(visit) ? throw Refusal.Invalid("session_id", Words.Of("Text_Required"))
        : Guid.TryParse(visit, out var id) ? id
        : throw Refusal.NotFound();

    private static void Check(HitInput input)
    {
        HitText.Demand(input.Kind == HitKind.Page ? "page_url" : "event_type", input.Name, Hit.MaxName);
        if (input.Seconds is < 0 or > Longest)
            throw Refusal.Invalid("time_spent", Words.Of("Range_Beyond", 0, Longest));
        if (input.Depth is < 0 or > 100)
            throw Refusal.Invalid("scroll_depth", Words.Of("Range_Beyond", 0, 100));
    }

    private static Hit Made(AppDb db, HitInput input, Visitor who, Visit? visit) =>
        new()
        {
            VisitId = visit?.Id,
            Who = visit?.Who ?? who.Who,
            CustomerId = visit?.CustomerId ?? who.CustomerId,
            At = db.Actor.Now,
            Kind = input.Kind,
            Trust = visit?.Trust ?? TrustIn(db.Actor),
            Name = input.Name!.Trim(),
            Text = HitText.Short("page_title", input.Text, Hit.MaxText),
            From = HitText.Short("referrer", input.From, Hit.MaxName),
            Seconds = input.Seconds,
            Depth = input.Depth,
            Product = input.Product,
            Category = input.Category,
            Details = HitText.Short("event_data", input.Details, Hit.MaxDetails),
        };

    // The newest that goes on from it.
    private static async Task<Visit?> Latest(AppDb db, Guid id)
    {
        var visit = await db.Visits.SingleOrDefaultAsync(v => v.Id == id);
        while (visit is { } known && await db.Visits.SingleOrDefaultAsync(v => v.After == known.Id) is { } next)
            visit = next;
        return visit;
    }

    private static async Task<Visit> Going(AppDb db, Guid id)
    {
        var visit = await Latest(db, id) ?? throw Refusal.NotFound();
        if (visit.IsOpen(db.Actor.Now))
            return visit;
        var next = Visit.GoesOn(visit, db.Actor.Now);
        db.Visits.Add(next);
        return next;
    }
}
