using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Desk.Conversation;

/// <summary>Ready-made answers of a company, used by agents, kept by admins.</summary>
public sealed class CannedReplies(Store store)
{
    /// <summary>Variables that <see cref="Fill"/> knows.</summary>
    public static readonly string[] Variables =
    [
        "customer.name",
        "customer.first_name",
        "agent.name",
        "ticket.number",
        "ticket.subject",
        "company.name",
    ];

    public async Task<IReadOnlyList<CannedReplyView>> List(Actor actor)
    {
        actor.Demand(DeskRights.Answer);
        await using var db = store.Open(actor);
        return await db
            .CannedReplies.OrderBy(c => c.Title)
            .Take(500)
            .Select(c => new CannedReplyView(c.Id, c.Title, c.Text, c.Language))
            .ToListAsync();
    }

    public async Task<Guid> Add(Actor actor, CannedReplyInput input)
    {
        actor.Demand(DeskRights.Configure);
        input.Checked();
        return await store.Write(
            actor,
            async db =>
            {
                if (await db.CannedReplies.CountAsync() >= 500)
                    throw Refusal.Conflict(Words.Of("Canned_Many", 500));
                var reply = new CannedReply
                {
                    Title = input.Title!.Trim(),
                    Text = input.Text!.Trim(),
                    Language = input.Language ?? "en",
                };
                db.CannedReplies.Add(reply);
                db.Record(new CannedReplyChanged(reply.Id, reply.Title, null, reply.Text));
                return reply.Id;
            }
        );
    }

    public async Task Change(Actor actor, Guid id, CannedReplyInput input)
    {
        actor.Demand(DeskRights.Configure);
        input.Checked();
        await store.Write(
            actor,
            async db =>
            {
                var reply = await db.CannedReplies.SingleOrDefaultAsync(c => c.Id == id) ?? throw Refusal.NotFound();
                var before = reply.Text;
                (reply.Title, reply.Text, reply.Language) = (input.Title!.Trim(), input.Text!.Trim(), input.Language ?? reply.Language);
                db.Record(new CannedReplyChanged(reply.Id, reply.Title, before, reply.Text));
            }
        );
    }

    public async Task Remove(Actor actor, Guid id)
    {
        actor.Demand(DeskRights.Configure);
        await store.Write(
            actor,
            async db =>
            {
                var reply = await db.CannedReplies.SingleOrDefaultAsync(c => c.Id == id) ?? throw Refusal.NotFound();
                db.CannedReplies.Remove(reply);
                db.Record(new CannedReplyChanged(reply.Id, reply.Title, reply.Text, null));
            }
        );
    }

    /// <summary>The text with its variables replaced; an unknown one stays as it stands, so that the agent sees it.</summary>
    public static string Fill(string text, TicketDetail ticket, string agent, string company) =>
        text.Replace("{{customer.name}}", ticket.CustomerName, StringComparison.Ordinal)
            .Replace("{{customer.first_name}}", PersonName.First(ticket.CustomerName), StringComparison.Ordinal)
            .Replace("{{agent.name}}", agent, StringComparison.Ordinal)
            .Replace("{{ticket.number}}", ticket.ShortNumber, StringComparison.Ordinal)
            .Replace("{{ticket.subject}}", ticket.Subject, StringComparison.Ordinal)
            .Replace("{{company.name}}", company, StringComparison.Ordinal);
}
