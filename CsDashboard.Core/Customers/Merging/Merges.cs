using System.Globalization;
using System.Text.Json;
using CsDashboard.Accounts;
using CsDashboard.Customers.Figures;
using CsDashboard.Customers.Merging;
using CsDashboard.Customers.Privacy;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers.Merging;

/// <summary>Two records of one person become one, and, within thirty days, two again.</summary>
public sealed class Merges(Store store, Sessions sessions, IEnumerable<PersonalData> kinds, IEnumerable<ICountForCustomers> counters)
{
    // Records that led to the loser lead to the winner.
    private const string Records = "records";

    /// <summary>What would move and what has to be chosen. Refuses what <see cref="Merge"/> refuses, except for the accounts.</summary>
    public async Task<MergePreview> Preview(Actor actor, Guid winnerId, Guid loserId)
    {
        actor.Demand(CustomerRights.Merge);
        DemandTwo(winnerId, loserId);
        await using var db = store.Open(actor);
        var (winner, loser) = (await Whole(db, winnerId), await Whole(db, loserId));
        var moves = new List<MergeCount>();
        foreach (var kind in kinds.Where(k => k.IsTold))
            if (await kind.Count(db, [loserId]) is > 0 and var count)
                moves.Add(new(kind.Name, count));
        var (of, other) = (winner.State, loser.State);
        var fields = CustomerFields.Merged.Select(f => new MergeFieldView(
            f.Word,
            Told(f.Of(of)),
            Told(f.Of(other)),
            !Equals(f.Of(of), f.Of(other)),
            IsBlank(f, of, other)
        ));
        return new MergePreview(
            CustomerRecords.ViewOf(winner),
            CustomerRecords.ViewOf(loser),
            [.. fields],
            moves,
            (await Owners(db, winnerId, loserId)).Count == 2
        );
    }

    /// <summary>
    /// Everything of the loser goes over to the winner at once; the loser stays as a record whose every name leads to the winner
    /// (contract C5). Tags of both are kept; of the other fields those in <paramref name="take"/> come from the loser, or, without it,
    /// those that the winner lacks. The address is never changed. The loser's account opens the winner's record from then on and is
    /// signed out; Conflict <c>two_accounts</c> when both have one and that is not confirmed. Conflict for a record with itself, and
    /// for one that is deleted, erased or merged already; Invalid for an unknown field; NotFound for another company's.
    /// </summary>
    public async Task<MergeView> Merge(
        Actor actor,
        Guid winnerId,
        Guid loserId,
        IReadOnlyCollection<string>? take = null,
        bool bothAccounts = false
    )
    {
        actor.Demand(CustomerRights.Merge);
        DemandTwo(winnerId, loserId);
        if (take?.FirstOrDefault(t => CustomerFields.Merged.All(f => f.Word != t)) is not null)
            throw Refusal.Invalid("take", Words.Of("Word_Unknown", string.Join(", ", CustomerFields.Merged.Select(f => f.Word))));
        var (done, ended) = await store.Write(
            actor,
            async db =>
            {
                var (winner, loser) = (await Whole(db, winnerId), await Whole(db, loserId));
                if (!bothAccounts && (await Owners(db, winnerId, loserId)).Count == 2)
                    throw Refusal.Conflict(Words.Of("Merge_TwoAccounts"), "two_accounts");
                var (before, other, figures, otherFigures) = (winner.State, loser.State, winner.Sourced, loser.Sourced);
                var merged = CustomerFields
                    .Merged.Where(f => take is null ? IsBlank(f, before, other) : take.Contains(f.Word))
                    .Aggregate(before, (state, f) => f.Take(state, other));
                merged = merged with
                {
                    Facts = merged.Facts with { Tags = TagWords.Join(winner.Tags.Concat(loser.Tags).Distinct().Take(TagWords.Max)) },
                };
                var moved = new Dictionary<string, Guid[]>();
                foreach (var kind in kinds)
                    if (await kind.Move(db, loserId, winnerId, null) is { Count: > 0 } ids)
                        moved[kind.Name] = [.. ids];
                if (await db.Customers.Where(c => c.MergedInto == loserId).Select(c => c.Id).ToListAsync() is { Count: > 0 } led)
                {
                    await db
                        .Customers.Where(c => led.Contains(c.Id))
                        .ExecuteUpdateAsync(set => set.SetProperty(c => c.MergedInto, winnerId));
                    moved[Records] = [.. led];
                }
                winner.Become(merged);
                winner.Touch(actor);
                loser.LeadTo(winnerId);
                loser.Touch(actor);
                await db.SaveChangesAsync();
                winner.Take(await Counted(db, winner.Id, figures + otherFigures));
                loser.Take(SourcedFigures.None);
                var gone = await Settle(db, winner, moved.GetValueOrDefault(AccountsOfCustomers.Kind) ?? []);
                var merge = new CustomerMerge
                {
                    WinnerId = winnerId,
                    LoserId = loserId,
                    At = actor.Now,
                    By = actor.Name,
                    MovedText = JsonSerializer.Serialize(moved, StoredEvent.Json),
                    StateText = JsonSerializer.Serialize(
                        new MergeMemory(before, other, merged, figures, otherFigures, winner.Sourced),
                        StoredEvent.Json
                    ),
                };
                db.CustomerMerges.Add(merge);
                db.Record(
                    new CustomersMerged(
                        merge.Id,
                        winnerId,
                        loserId,
                        winner.Name,
                        other.Facts.Name,
                        before.Facts,
                        merged.Facts,
                        Counts(moved)
                    )
                );
                db.Record(new CustomerTakenOver(loserId, winnerId, other.Facts.Name, winner.Name));
                return (ViewOf(merge, loser), gone);
            }
        );
        sessions.Gone(actor.TenantId, ended);
        return done;
    }

    /// <summary>
    /// Gives back what the merge moved and is still there, and the fields that nobody changed since. What came later stays with
    /// the winner. Conflict after thirty days, for one that was undone before, and while the winner itself leads to another record
    /// or was deleted; NotFound for another company's.
    /// </summary>
    public async Task Undo(Actor actor, Guid mergeId)
    {
        actor.Demand(CustomerRights.Merge);
        var ended = await store.Write(
            actor,
            async db =>
            {
                var merge = await db.CustomerMerges.SingleOrDefaultAsync(m => m.Id == mergeId) ?? throw Refusal.NotFound();
                if (merge.UndoneAt is not null)
                    throw Refusal.Conflict(Words.Of("Merge_Undone"), "merge_undone");
                if (actor.Now - merge.At > CustomerMerge.Undoable)
                    throw Refusal.Conflict(Words.Of("Merge_TooOld", CustomerMerge.Undoable.Days), "merge_too_old");
                var (winner, loser) = (await Whole(db, merge.WinnerId), await CustomerRecords.Find(db, merge.LoserId));
                var (moved, memory) = (merge.Moved, merge.Memory);
                loser.StandAlone();
                foreach (var kind in kinds)
                    if (moved.GetValueOrDefault(kind.Name) is { Length: > 0 } ids)
                        await kind.Move(db, winner.Id, loser.Id, ids);
                if (moved.GetValueOrDefault(Records) is { Length: > 0 } led)
                    await db
                        .Customers.Where(c => led.Contains(c.Id) && c.MergedInto == winner.Id)
                        .ExecuteUpdateAsync(set => set.SetProperty(c => c.MergedInto, loser.Id));
                var now = winner.State;
                // Only what is still as the merge left it goes back.
                var restored = CustomerFields
                    .Merged.Append(CustomerFields.Tags)
                    .Where(f => Equals(f.Of(now), f.Of(memory.Merged)))
                    .Aggregate(now, (state, f) => f.Take(state, memory.Winner));
                winner.Become(restored);
                winner.Touch(actor);
                loser.Touch(actor);
                await db.SaveChangesAsync();
                winner.Take(await Counted(db, winner.Id, winner.Sourced == memory.MergedFigures ? memory.WinnerFigures : winner.Sourced));
                loser.Take(await Counted(db, loser.Id, memory.LoserFigures));
                var accounts = moved.GetValueOrDefault(AccountsOfCustomers.Kind) ?? [];
                var ended = await Settle(db, loser, accounts);
                (merge.UndoneAt, merge.UndoneBy) = (actor.Now, actor.Name);
                db.Record(
                    new MergeUndone(merge.Id, winner.Id, loser.Id, winner.Name, loser.Name, now.Facts, restored.Facts, Counts(moved))
                );
                db.Record(new CustomerGivenBack(loser.Id, winner.Id, loser.Name, winner.Name));
                return ended;
            }
        );
        sessions.Gone(actor.TenantId, ended);
    }

    /// <summary>The merges into a record that can still be undone, the newest first.</summary>
    public async Task<IReadOnlyList<MergeView>> Of(Actor actor, Guid customerId)
    {
        actor.Demand(CustomerRights.See);
        await using var db = store.Open(actor);
        var since = actor.Now - CustomerMerge.Undoable;
        var rows = await db
            .CustomerMerges.Where(m => m.WinnerId == customerId && m.UndoneAt == null && m.At >= since)
            .OrderByDescending(m => m.At)
            .Join(db.Customers, m => m.LoserId, c => c.Id, (m, c) => new { Merge = m, Loser = c })
            .Take(50)
            .ToListAsync();
        return rows.ConvertAll(r => ViewOf(r.Merge, r.Loser));
    }

    /// <summary>The record and those that lead to it: all that is kept of one person.</summary>
    internal static async Task<IReadOnlyList<Guid>> RecordsOf(AppDb db, Guid customerId) =>
        [customerId, .. await db.Customers.Where(c => c.MergedInto == customerId).OrderBy(c => c.Number).Select(c => c.Id).ToListAsync()];

    // Accounts that moved take the name and status of their record and are signed out, since their open pages still show the other record.
    private static async Task<IReadOnlyList<(Guid User, IReadOnlyList<Guid> Sessions)>> Settle(
        AppDb db,
        Customer owner,
        IReadOnlyCollection<Guid> accounts
    )
    {
        await Users.Rename(db, owner.Id, owner.Name);
        var ended = (await Users.Admit(db, owner.Id, owner.MaySignIn)).ToList();
        foreach (var user in accounts.Where(a => ended.All(e => e.User != a)))
            ended.Add((user, await Sessions.EndAll(db, user)));
        return ended;
    }

    // What an outside service reported is added up; where we keep the rows ourselves, they are counted.
    private async Task<SourcedFigures> Counted(AppDb db, Guid customerId, SourcedFigures otherwise)
    {
        var figures = otherwise.Figures;
        foreach (var counter in counters)
            figures = (await counter.Count(db, [customerId]))(customerId, figures);
        return otherwise.Counted(figures);
    }

    private static bool IsBlank(CustomerField field, CustomerState winner, CustomerState loser) =>
        field.IsEmpty(winner) && !field.IsEmpty(loser);

    private static string? Told(object? value) =>
        value switch
        {
            null or "" => null,
            bool flag => flag ? "true" : "false",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture),
        };

    private static Dictionary<string, int> Counts(IReadOnlyDictionary<string, Guid[]> moved) =>
        moved.ToDictionary(m => m.Key, m => m.Value.Length);

    private static void DemandTwo(Guid winner, Guid loser)
    {
        if (winner == loser)
            throw Refusal.Conflict(Words.Of("Merge_Itself"), "merge_itself");
    }

    private static async Task<Customer> Whole(AppDb db, Guid id)
    {
        var customer = await CustomerRecords.Find(db, id);
        if (customer.RemovedAt is not null || customer.MergedInto is not null)
            throw Refusal.Conflict(Words.Of("Merge_Gone", customer.Name), "merge_gone");
        return customer;
    }

    private static Task<List<Guid?>> Owners(AppDb db, Guid winner, Guid loser) =>
        db.Users.Where(u => u.CustomerId == winner || u.CustomerId == loser).Select(u => u.CustomerId).Distinct().ToListAsync();

    private static MergeView ViewOf(CustomerMerge m, Customer loser) =>
        new()
        {
            Id = m.Id,
            WinnerId = m.WinnerId,
            LoserId = m.LoserId,
            LoserNumber = loser.Number,
            LoserUniqueId = loser.UniqueId,
            LoserName = loser.Name,
            LoserEmail = loser.Email,
            At = m.At,
            By = m.By,
            Moved = [.. Counts(m.Moved).Select(k => new MergeCount(k.Key, k.Value))],
            UndoableUntil = m.At + CustomerMerge.Undoable,
        };
}
