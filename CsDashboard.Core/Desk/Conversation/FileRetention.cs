using CsDashboard.Foundation.Files;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Desk.Conversation;

/// <summary>Files of resolved or closed tickets in which nothing was said since.</summary>
internal sealed class FileRetention(Store store, IFileStore files) : IRetain
{
    private const int AtOnce = 100;

    public string Kind => "ticket_files";

    public async Task<int> RemoveSome(Actor company, DateTimeOffset before)
    {
        List<Attachment> some;
        await using (var db = store.Open(company))
        {
            var tickets = db.Tickets.Where(t => !t.IsOpen && t.LastMessageAt < before && t.UpdatedAt < before);
            some = await db.Attachments.Where(f => tickets.Any(t => t.Id == f.TicketId)).OrderBy(f => f.Id).Take(AtOnce).ToListAsync();
        }
        return await Attachments.Remove(store, files, company, some);
    }
}
