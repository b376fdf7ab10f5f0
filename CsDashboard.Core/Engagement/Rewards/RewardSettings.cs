using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Engagement.Rewards;

/// <summary>What a company's rewards are worth, and its holidays.</summary>
public sealed class RewardSettings(Store store)
{
    private const int MaxHolidays = 100;

    /// <summary>The four kinds (contract: membership, Rewards), for anyone to read.</summary>
    public async Task<IReadOnlyList<RewardKindView>> Kinds(Actor actor)
    {
        await using var db = store.Open(actor);
        return
        [
            .. (await Terms(db)).Select(t => new RewardKindView
            {
                Kind = t.Kind,
                Icon = t.Icon,
                Title = RewardWords.KindOf(t.Kind, actor.Language),
                Description = RewardWords.Worth(t.Points, t.Discount, actor.Language),
                Frequency = RewardWords.FrequencyOf(t.Kind, actor.Language),
                Points = t.Points,
                Discount = t.Discount,
                ValidDays = t.ValidDays,
                IsOn = t.IsOn,
            }),
        ];
    }

    /// <summary>
    /// Changes what a kind is worth from now on; what was claimed stays as it was. Invalid for numbers beyond their range.
    /// </summary>
    public async Task SaveKind(Actor actor, RewardKind kind, TermsInput input)
    {
        actor.Demand(RewardRights.Rule);
        input.CheckAll();
        await store.Write(
            actor,
            async db =>
            {
                var terms = await db.RewardTerms.SingleOrDefaultAsync(t => t.Kind == kind);
                var before = (terms ?? RewardTerms.Defaults.Single(t => t.Kind == kind)).Facts;
                if (terms is null)
                    db.RewardTerms.Add(terms = new RewardTerms { Kind = kind });
                terms.Take(input);
                db.Record(new RewardTermsChanged(actor.TenantId, kind, before, terms.Facts));
            }
        );
    }

    public async Task<IReadOnlyList<HolidayView>> Holidays(Actor actor)
    {
        actor.Demand(RewardRights.Rule);
        await using var db = store.Open(actor);
        return
        [
            .. (await Holidays(db))
                .OrderBy(h => h.Date)
                .Select(h => new HolidayView(h.Id, h.Name, h.NameAr, h.Date, h.IsYearly, h.Days, h.IsOn)),
        ];
    }

    /// <summary>
    /// Adds a holiday or changes the one with the id. Invalid for a name that is missing or a date beyond this century; Conflict beyond a
    /// hundred; NotFound for an unknown id.
    /// </summary>
    public async Task SaveHoliday(Actor actor, Guid? holidayId, HolidayInput input)
    {
        actor.Demand(RewardRights.Rule);
        input.CheckAll();
        await store.Write(
            actor,
            async db =>
            {
                var all = await Holidays(db, tracking: true);
                var known = holidayId is { } id ? all.SingleOrDefault(h => h.Id == id) ?? throw Refusal.NotFound() : null;
                if (known is null && all.Count >= MaxHolidays)
                    throw Refusal.Conflict(Words.Of("Rule_TooMany", MaxHolidays));
                var before = known?.Facts;
                var holiday = (known ?? new Holiday()).Take(input);
                if (db.Entry(holiday).State == EntityState.Detached)
                    db.Holidays.Add(holiday);
                db.Record(new HolidayChanged(holiday.Id, holiday.Name, before, holiday.Facts));
            }
        );
    }

    internal static async Task<IReadOnlyList<RewardTerms>> Terms(AppDb db)
    {
        var own = await db.RewardTerms.AsNoTracking().ToDictionaryAsync(t => t.Kind);
        return [.. RewardTerms.Defaults.Select(t => own.GetValueOrDefault(t.Kind, t))];
    }

    /// <summary>Rows, and the product's own where no row took their place.</summary>
    internal static async Task<IReadOnlyList<Holiday>> Holidays(AppDb db, bool tracking = false)
    {
        var rows = await (tracking ? db.Holidays.AsTracking() : db.Holidays.AsNoTracking()).OrderBy(h => h.Id).ToListAsync();
        var (own, usual) = (rows.ToDictionary(h => h.Id), Holiday.Defaults(db.Actor.TenantId));
        return [.. usual.Select(h => own.GetValueOrDefault(h.Id, h)), .. rows.Where(h => usual.All(u => u.Id != h.Id))];
    }
}
