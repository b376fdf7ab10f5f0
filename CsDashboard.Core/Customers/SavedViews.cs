using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers;

/// <summary>A way to look at the list that somebody named: filters, order and columns as the address of the page has them.</summary>
public sealed class SavedView : ITenantOwned
{
    public const int MaxName = 60,
        MaxQuery = 2_000;

    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }
    public required string Name { get; set; }

    /// <summary>What follows the question mark.</summary>
    public required string Query { get; set; }

    /// <summary>For everybody of the company, not only the owner.</summary>
    public bool Shared { get; set; }
    public Guid OwnerId { get; init; }
    public string OwnerName { get; init; } = "";
    public DateTimeOffset CreatedAt { get; init; }

    internal SavedViewFacts Facts => new(Name, Query, Shared);
}

/// <summary>The columns that somebody sees when the address names none.</summary>
public sealed class ListColumns : ITenantOwned
{
    public Guid UserId { get; init; }
    public Guid TenantId { get; set; }
    public string Text { get; set; } = "";
}

public sealed class SavedViewInput
{
    [Line(SavedView.MaxName)]
    public string? Name { get; set; }

    [Text(SavedView.MaxQuery, Optional = true)]
    public string? Query { get; set; }
    public bool Shared { get; set; }
}

public sealed record SavedViewRow(Guid Id, string Name, string Query, bool Shared, string OwnerName, bool Mine);

public sealed record SavedViewFacts(string Name, string Query, bool Shared);

public sealed record SavedViewChanged(Guid ViewId, string Name, SavedViewFacts? From, SavedViewFacts? To) : IEvent
{
    public Subject About => new("view", ViewId);
    public (string, object?[]) Sentence =>
        (
            From is null ? "Event_SavedViewAdded"
            : To is null ? "Event_SavedViewRemoved"
            : "Event_SavedViewChanged",
            [Name]
        );
    public object? Before => From;
    public object? After => To;
}

/// <summary>Views of the list: one's own, and those that colleagues share. Only its owner or an admin changes a view.</summary>
public sealed class SavedViews(Store store)
{
    public const int MaxOwn = 50;

    public async Task<IReadOnlyList<SavedViewRow>> List(Actor actor)
    {
        actor.Demand(CustomerRights.See);
        var me = actor.DemandUser();
        await using var db = store.Open(actor);
        return await db
            .SavedViews.Where(v => v.OwnerId == me || v.Shared)
            .OrderBy(v => v.Name)
            .ThenBy(v => v.Id)
            .Take(500)
            .Select(v => new SavedViewRow(v.Id, v.Name, v.Query, v.Shared, v.OwnerName, v.OwnerId == me))
            .ToListAsync();
    }

    /// <summary>Conflict for the fifty-first of one's own; one of the same name and content is not saved twice.</summary>
    public async Task<Guid> Save(Actor actor, SavedViewInput input)
    {
        actor.Demand(CustomerRights.See);
        var me = actor.DemandUser();
        input.Checked();
        var (name, query) = (input.Name!.Trim(), input.Query?.Trim().TrimStart('?') ?? "");
        return await store.Write(
            actor,
            async db =>
            {
                if (
                    await db.SavedViews.FirstOrDefaultAsync(v =>
                        v.OwnerId == me && v.Name == name && v.Query == query && v.Shared == input.Shared
                    ) is
                    { } same
                )
                    return same.Id;
                if (await db.SavedViews.CountAsync(v => v.OwnerId == me) >= MaxOwn)
                    throw Refusal.Conflict(Words.Of("View_Many", MaxOwn), "too_many_views");
                var view = new SavedView
                {
                    Name = name,
                    Query = query,
                    Shared = input.Shared,
                    OwnerId = me,
                    OwnerName = actor.Name,
                    CreatedAt = actor.Now,
                };
                db.SavedViews.Add(view);
                db.Record(new SavedViewChanged(view.Id, view.Name, null, view.Facts));
                return view.Id;
            }
        );
    }

    /// <summary>Another name, and shared or not; the query stays when none is given. Safe to repeat.</summary>
    public async Task Change(Actor actor, Guid viewId, SavedViewInput input)
    {
        actor.Demand(CustomerRights.See);
        input.Checked();
        await store.Write(
            actor,
            async db =>
            {
                var view = await Find(db, viewId);
                var before = view.Facts;
                (view.Name, view.Shared, view.Query) = (input.Name!.Trim(), input.Shared, input.Query?.Trim().TrimStart('?') ?? view.Query);
                if (view.Facts != before)
                    db.Record(new SavedViewChanged(viewId, view.Name, before, view.Facts));
            }
        );
    }

    public async Task Remove(Actor actor, Guid viewId)
    {
        actor.Demand(CustomerRights.See);
        await store.Write(
            actor,
            async db =>
            {
                var view = await Find(db, viewId);
                db.SavedViews.Remove(view);
                db.Record(new SavedViewChanged(viewId, view.Name, view.Facts, null));
            }
        );
    }

    /// <summary>The columns of whoever asks; empty where they never chose any.</summary>
    public async Task<string> Columns(Actor actor)
    {
        actor.Demand(CustomerRights.See);
        var me = actor.DemandUser();
        await using var db = store.Open(actor);
        return await db.ListColumns.Where(c => c.UserId == me).Select(c => c.Text).SingleOrDefaultAsync() ?? "";
    }

    /// <summary>Stores the caller's columns; a name that isn't a column is Invalid, and none at all means the default.</summary>
    public async Task Choose(Actor actor, IReadOnlyList<string> columns)
    {
        actor.Demand(CustomerRights.See);
        var me = actor.DemandUser();
        var known = CustomerFields.Columns.Select(f => f.Short).ToList();
        if (columns.Any(c => !known.Contains(c)))
            throw Refusal.Invalid("columns", Words.Of("Word_Unknown", string.Join(", ", known)));
        await store.Write(
            actor,
            async db =>
            {
                var kept = await db.ListColumns.SingleOrDefaultAsync(c => c.UserId == me);
                if (kept is null)
                    db.ListColumns.Add(kept = new ListColumns { UserId = me });
                kept.Text = string.Join(',', known.Where(columns.Contains));
            }
        );
    }

    private static async Task<SavedView> Find(AppDb db, Guid id)
    {
        var view = await db.SavedViews.SingleOrDefaultAsync(v => v.Id == id);
        if (view is null || (!view.Shared && view.OwnerId != db.Actor.UserId))
            throw Refusal.NotFound();
        return view.OwnerId == db.Actor.UserId || db.Actor.Role == Role.Admin ? view : throw Refusal.Forbidden();
    }
}
