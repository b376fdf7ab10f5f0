using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Analytics.Behaviour;

/// <summary>What visits add up to (contract: market, Behaviour).</summary>
public sealed class BehaviourFigures(Store store)
{
    private const int Top = 10;

    /// <summary>Of one person in so many days, for staff and the service key. Invalid (days) outside 1 to 365.</summary>
    public async Task<PersonBehaviour> Of(Actor actor, Visitor who, int days = 30)
    {
        actor.Demand(AnalyticsRights.Behaviour);
        var since = Since(actor, days);
        await using var db = store.Open(actor);
        var (visits, hits) = (VisitsOf(db, who).Where(v => v.StartedAt >= since), HitsOf(db, who).Where(h => h.At >= since));
        var (count, seconds, pages, interactions) = await Sums(visits);
        var top = await hits.Where(h => h.Kind == HitKind.Page)
            .GroupBy(h => h.Name)
            .Select(g => new
            {
                g.Key,
                Count = g.Count(),
                Seconds = g.Sum(h => (long)h.Seconds),
            })
            .OrderByDescending(g => g.Count)
            .ThenBy(g => g.Key)
            .Take(Top)
            .ToListAsync();
        return new()
        {
            Visits = count,
            MeanSeconds = Mean(seconds, count),
            Pages = pages,
            Interactions = interactions,
            TopPages = [.. top.Select(g => (g.Key, g.Count, Mean(g.Seconds, g.Count)))],
            Done = await ByName(hits, HitKind.Interaction),
            Market = await ByName(hits, HitKind.Market),
        };
    }

    /// <summary>Of everybody in so many days, for admins. Invalid (days) outside 1 to 365.</summary>
    public async Task<PlatformBehaviour> Platform(Actor actor, int days = 30)
    {
        actor.Demand(AnalyticsRights.See);
        var since = Since(actor, days);
        await using var db = store.Open(actor);
        var (visits, hits) = (db.Visits.Where(v => v.StartedAt >= since), db.Hits.Where(h => h.At >= since));
        var (count, seconds, pages, interactions) = await Sums(visits);
        var daily = await visits
            .Select(v => new { Day = AppDb.DayOf(v.StartedAt), v.Person })
            .Distinct()
            .GroupBy(v => v.Day)
            .Select(g => new { g.Key, Count = g.Count() })
            .OrderByDescending(g => g.Key)
            .ToListAsync();
        var top = await hits.Where(h => h.Kind == HitKind.Page)
            .GroupBy(h => h.Name)
            .Select(g => new { g.Key, Count = g.Count() })
            .OrderByDescending(g => g.Count)
            .ThenBy(g => g.Key)
            .Take(Top)
            .ToListAsync();
        var sold = await db
            .Conversions.Where(c => c.At >= since)
            .GroupBy(c => c.Trust)
            .Select(g => new
            {
                g.Key,
                Count = g.Count(),
                Value = g.Sum(c => c.Value),
            })
            .ToListAsync();
        return new()
        {
            Visits = count,
            People = await visits.Select(v => v.Person).Distinct().CountAsync(),
            MeanSeconds = Mean(seconds, count),
            Pages = pages,
            Interactions = interactions,
            Days = [.. daily.Select(d => (DateOnly.FromDayNumber((int)d.Key), d.Count))],
            TopPages = [.. top.Select(g => (g.Key, g.Count))],
            Market = await ByName(hits, HitKind.Market),
            Conversions = sold.Where(s => s.Key != Trust.Claimed).Sum(s => s.Count),
            Revenue = sold.Where(s => s.Key != Trust.Claimed).Sum(s => s.Value),
            Claimed = sold.Where(s => s.Key == Trust.Claimed).Sum(s => s.Count),
        };
    }

    /// <summary>Who is there now, for staff and the service key.</summary>
    public async Task<BehaviourNow> Now(Actor actor)
    {
        actor.Demand(AnalyticsRights.Behaviour);
        await using var db = store.Open(actor);
        var since = actor.Now - Visit.Lasts;
        var open = db.Visits.Where(v => v.LastAt > since && v.EndedAt == null);
        var (count, _, pages, interactions) = await Sums(open);
        return new(count, await open.Select(v => v.Person).Distinct().CountAsync(), pages, interactions);
    }

    /// <summary>Hints from the last seven days, of one person or of everybody, for staff and the service key.</summary>
    public async Task<IReadOnlyList<Insight>> Insights(Actor actor, Visitor? who = null)
    {
        actor.Demand(AnalyticsRights.Behaviour);
        var since = Since(actor, 7);
        await using var db = store.Open(actor);
        var visits = (who is null ? db.Visits : VisitsOf(db, who)).Where(v => v.StartedAt >= since);
        var (count, seconds, _, interactions) = await Sums(visits);
        var found = new List<Insight>();
        void Say(string kind, string what, string priority) =>
            found.Add(new(kind, Words.Of($"Insight_{what}"), Words.Of($"Insight_{what}_Text"), priority));
        if (who is not null)
        {
            if (count == 0)
                Say("engagement", "Away", "low");
            else if (Mean(seconds, count) < 60)
                Say("engagement", "Short", "medium");
            if (count > 0 && interactions < 5)
                Say("engagement", "Quiet", "medium");
            return found;
        }
        if (await visits.Select(v => v.Person).Distinct().CountAsync() < 10)
            Say("growth", "Few", "high");
        if (count > 0 && await db.Conversions.CountAsync(c => c.At >= since && c.Trust != Trust.Claimed) * 100 < count)
            Say("conversion", "Unsold", "high");
        return found;
    }

    private static DateTimeOffset Since(Actor actor, int days) =>
        days is >= 1 and <= 365 ? actor.Now.AddDays(-days) : throw Refusal.Invalid("days", Words.Of("Range_Beyond", 1, 365));

    private static double Mean(long sum, int count) => count == 0 ? 0 : Math.Round((double)sum / count, 2);

    private static IQueryable<Visit> VisitsOf(AppDb db, Visitor who)
    {
        var (word, customer) = (who.Who, who.CustomerId);
        return db.Visits.Where(v => v.Who == word || (customer != null && v.CustomerId == customer));
    }

    private static IQueryable<Hit> HitsOf(AppDb db, Visitor who)
    {
        var (word, customer) = (who.Who, who.CustomerId);
        return db.Hits.Where(h => h.Who == word || (customer != null && h.CustomerId == customer));
    }

    private static async Task<(int Count, long Seconds, int Pages, int Interactions)> Sums(IQueryable<Visit> visits) =>
        await visits
            .GroupBy(_ => 1)
            .Select(g => new
            {
                Count = g.Count(),
                Seconds = g.Sum(v => (long)v.Seconds),
                Pages = g.Sum(v => v.Pages),
                Interactions = g.Sum(v => v.Interactions),
            })
            .SingleOrDefaultAsync()
            is { } sums
            ? (sums.Count, sums.Seconds, sums.Pages, sums.Interactions)
            : default;

    private static async Task<IReadOnlyList<(string Kind, int Count)>> ByName(IQueryable<Hit> hits, HitKind kind)
    {
        var rows = await hits.Where(h => h.Kind == kind)
            .GroupBy(h => h.Name)
            .Select(g => new { g.Key, Count = g.Count() })
            .OrderByDescending(g => g.Count)
            .ThenBy(g => g.Key)
            .Take(100)
            .ToListAsync();
        return [.. rows.Select(r => (r.Key, r.Count))];
    }
}
