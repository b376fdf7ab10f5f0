using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Bots;

/// <summary>More than one bot of a market: each has its own settings, file, log and results.</summary>
public sealed partial class TradingBots
{
    /// <summary>Bots of one market, beside the main one.</summary>
    public const int MaxExtra = 10;

    /// <summary>
    /// One more bot, which is off and has the usual settings. Invalid (name) for a name that another of its market has; Conflict when there
    /// are too many.
    /// </summary>
    public async Task<BotView> Add(Actor actor, NewBot input)
    {
        actor.Demand(BotRights.Switch);
        input.Checked();
        var type = Word.Demand<BotType>("type", input.Type);
        var bot = await store.Write(
            actor,
            async db =>
            {
                var others = await db.Bots.Where(b => b.Type == type && b.Name != "").ToListAsync();
                if (others.Count >= MaxExtra)
                    throw Refusal.Conflict(Words.Of("Bot_TooMany", MaxExtra));
                DemandFree(others, input.Name!);
                var row = New(actor, type);
                row.Name = input.Name!;
                db.Bots.Add(row);
                db.Record(new BotAdded(row.Id, type, row.Name));
                return row;
            }
        );
        return ViewOf(actor, bot);
    }

    /// <summary>Calls one by another name; Invalid (name) as <see cref="Add"/>. The main bot of a market has none: NotFound.</summary>
    public async Task<BotView> Rename(Actor actor, BotKey key, string? name)
    {
        actor.Demand(BotRights.Switch);
        var input = new NewBot { Type = Word.Of(key.Type), Name = name }.Checked();
        if (key.Extra is null)
            throw Refusal.NotFound();
        var bot = await store.Write(
            actor,
            async db =>
            {
                var row = await RowOf(db, key);
                if (row.Name == input.Name)
                    return row;
                DemandFree(await db.Bots.Where(b => b.Type == key.Type && b.Name != "" && b.Id != row.Id).ToListAsync(), input.Name!);
                db.Record(new BotRenamed(row.Id, row.Type, row.Name, input.Name!));
                row.Name = input.Name!;
                return row;
            }
        );
        return ViewOf(actor, bot);
    }

    /// <summary>
    /// Takes one away with its file; what it did stays in the history, and its drafts and signals stay. Conflict while it is on. The main
    /// bot of a market can't be taken away: NotFound.
    /// </summary>
    public async Task Remove(Actor actor, BotKey key)
    {
        actor.Demand(BotRights.Switch);
        if (key.Extra is null)
            throw Refusal.NotFound();
        await store.Write(
            actor,
            async db =>
            {
                var row = await RowOf(db, key);
                if (row.IsActive)
                    throw Refusal.Conflict(Words.Of("Bot_On"));
                db.Bots.Remove(row);
                db.Record(new BotRemoved(row.Id, row.Type, row.Name));
            }
        );
        await files.Remove(actor.TenantId, key, CancellationToken.None);
        signal.Raise();
    }

    private static void DemandFree(IEnumerable<Bot> others, string name)
    {
        if (others.Any(bot => Folding.Letters(bot.Name) == Folding.Letters(name)))
            throw Refusal.Invalid("name", Words.Of("Bot_NameTaken"));
    }
}
