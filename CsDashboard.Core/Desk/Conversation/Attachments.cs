using System.Text;
using CsDashboard.Customers;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation.Files;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using CsDashboard.Images;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Desk.Conversation;

/// <summary>
/// Files of tickets: accepted by kind and content, kept under our own names, given only to people who may see the ticket.
/// </summary>
public sealed class Attachments(Store store, IFileStore files, FileQuota quota, Shares shares, FilePrints prints)
{
    /// <summary>At most 10 MB (contract: portal, Files).</summary>
    public const long MaxBytes = 10 * 1024 * 1024;

    // What a customer may have waiting, and send within a day.
    internal const int WaitingFiles = 30,
        WaitingMegabytes = 60,
        FilesADay = 200,
        MegabytesADay = 500;
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    // Its kind notes no place, and would stand still.
    private const string Moves = "image/gif";
    private const int MaxPictures = 50;
    private const int MaxWaiting = 100;

    /// <summary>Pictures that a customer sent with tickets, newest first, at most fifty.</summary>
    public async Task<IReadOnlyList<AttachmentView>> Pictures(Actor actor, Guid customerId)
    {
        actor.Demand(DeskRights.Answer);
        await using var db = store.Open(actor);
        var tickets = db.Tickets;
        return await db
            .Attachments.Where(f =>
                !f.StaffOnly && f.ContentType.StartsWith("image/") && tickets.Any(t => t.Id == f.TicketId && t.CustomerId == customerId)
            )
            .OrderByDescending(f => f.CreatedAt)
            .Take(MaxPictures)
            .Select(TicketLists.FileView)
            .ToListAsync();
    }

    /// <summary>
    /// A customer's files, newest first: those of tickets, and those that staff added to the record. NotFound for a customer who is not
    /// there.
    /// </summary>
    public async Task<IReadOnlyList<CustomerFile>> OfCustomer(Actor actor, Guid customerId, int most)
    {
        actor.Demand(DeskRights.Answer);
        await using var db = store.Open(actor);
        await Customers.CustomerRecords.Demand(db, customerId);
        var tickets = db.Tickets;
        return await db
            .Attachments.Where(f => f.CustomerId == customerId || tickets.Any(t => t.Id == f.TicketId && t.CustomerId == customerId))
            .OrderByDescending(f => f.CreatedAt)
            .ThenByDescending(f => f.Id)
            .Take(most)
            .Select(f => new CustomerFile(
                new AttachmentView
                {
                    Id = f.Id,
                    TicketId = f.TicketId,
                    MessageId = f.MessageId,
                    Name = f.Name,
                    OriginalName = f.OriginalName,
                    ContentType = f.ContentType,
                    Size = f.Size,
                    UploadedBy = f.UploadedBy,
                    CreatedAt = f.CreatedAt,
                },
                tickets.Where(t => t.Id == f.TicketId).Select(t => (int?)t.Short).FirstOrDefault()
            ))
            .ToListAsync();
    }

    /// <summary>
    /// Adds the actor's waiting files to a customer's record, where only staff see them. NotFound for a customer who is not there, Invalid
    /// for a file that is not the actor's own or is tied already.
    /// </summary>
    public async Task Keep(Actor actor, Guid customerId, IReadOnlyList<string> fileIds)
    {
        actor.Demand(DeskRights.Answer);
        await store.Write(
            actor,
            async db =>
            {
                if (!await db.Customers.AnyAsync(c => c.Id == customerId && c.MergedInto == null))
                    throw Refusal.NotFound(Words.Of("Customer_NotFound"));
                foreach (var file in await Waiting(db, fileIds, null))
                {
                    (file.CustomerId, file.StaffOnly) = (customerId, true);
                    db.Record(new FileKept(customerId, file.Id, file.OriginalName, file.Size));
                }
                db.AnnounceAfterCommit(Topic.Of(actor.TenantId, customerId));
            }
        );
    }

    /// <summary>
    /// Stores a file, for one of the actor's tickets or, without one, to be claimed by the ticket or message that is being
    /// written. Invalid for an extension that is not taken, content that is not what the extension says, or an empty file;
    /// TooLarge beyond 10 MB or the company's quota; TooMany beyond what one customer may have waiting or send within a day. If it breaks
    /// off, nothing remains.
    /// </summary>
    public async Task<AttachmentView> Upload(
        Actor actor,
        string? originalName,
        Stream content,
        Guid? ticketId = null,
        CancellationToken cancellation = default
    )
    {
        var uploader = actor.DemandUser();
        var name = FileKinds.ShownName(originalName ?? "");
        var contentType = FileKinds.TypeOf(name) ?? throw Refusal.Invalid("file", Words.Of("File_Kind", FileKinds.Names));
        await using (var db = store.Open(actor))
        {
            if (ticketId is { } id)
                await Tickets.Find(db, actor, id);
            await quota.Demand(db, 1, cancellation);
            await DemandShare(db, actor, uploader, waits: ticketId is null, 0);
        }
        var counted = new CheckedContent(content, MaxBytes, name);
        return await files.Keep(
            actor.TenantId,
            counted,
            key =>
                store.Write(
                    actor,
                    async db =>
                    {
                        await quota.Demand(db, counted.Length, cancellation);
                        await DemandShare(db, actor, uploader, waits: ticketId is null, counted.Length);
                        var file = new Attachment
                        {
                            UploadedBy = uploader,
                            TicketId = ticketId,
                            OriginalName = name,
                            Name = FileKinds.SafeName(name),
                            ContentType = contentType,
                            Size = counted.Length,
                            Key = key,
                            CreatedAt = actor.Now,
                        };
                        db.Attachments.Add(file);
                        if (ticketId is { } id)
                        {
                            var ticket = await Tickets.Find(db, actor, id);
                            db.Record(new FileAttached(ticket.Id, file.Id, ticket.ShortNumber, file.OriginalName, file.Size));
                        }
                        return ViewOf(file);
                    },
                    cancellation
                ),
            cancellation
        );
    }

    /// <summary>Those of these files that the actor has uploaded and that wait to be sent, in their order; others are left out.</summary>
    public async Task<IReadOnlyList<AttachmentView>> Waiting(Actor actor, IEnumerable<Guid> fileIds)
    {
        var (uploader, ids) = (actor.DemandUser(), fileIds.Take(MaxWaiting).ToList());
        if (ids.Count == 0)
            return [];
        await using var db = store.Open(actor);
        return await db
            .Attachments.Where(f => ids.Contains(f.Id) && f.UploadedBy == uploader && f.TicketId == null && f.CustomerId == null)
            .OrderBy(f => f.CreatedAt)
            .ThenBy(f => f.Id)
            .Select(TicketLists.FileView)
            .ToListAsync();
    }

    /// <summary>
    /// A file and its bytes as they were sent, for staff and whoever sent it. A picture that somebody else sent comes to a customer without
    /// what the camera wrote into it. NotFound when it is not there or not for this actor: another's ticket, a note's file for a customer,
    /// another's draft. Dispose the stream.
    /// </summary>
    public async Task<(AttachmentView File, Stream Content)> Download(Actor actor, Guid fileId, CancellationToken cancellation = default)
    {
        var file = await Visible(actor, fileId, cancellation);
        var plain =
            file.IsImage && !actor.IsStaff && file.UploadedBy != actor.UserId && file.ContentType != Moves
                ? await prints.OpenWhole(actor.TenantId, file.Key, cancellation)
                : null;
        var content = plain ?? await files.Get(actor.TenantId, file.Key, cancellation) ?? throw Refusal.NotFound();
        return (ViewOf(file), content);
    }

    /// <summary>
    /// How the picture in a file looks, without what the camera wrote into it, and when it was sent. NotFound for what is no picture, and
    /// as for <see cref="Download"/>. Dispose the stream.
    /// </summary>
    public async Task<(DateTimeOffset At, Stream Content)> Preview(
        Actor actor,
        Guid fileId,
        Preset preset,
        PrintFormat format,
        CancellationToken cancellation = default
    )
    {
        var file = await Visible(actor, fileId, cancellation);
        var print = file.IsImage ? await prints.Open(actor.TenantId, file.Key, preset, format, cancellation) : null;
        return (file.CreatedAt, print ?? throw Refusal.NotFound());
    }

    private async Task<Attachment> Visible(Actor actor, Guid fileId, CancellationToken cancellation)
    {
        await using var db = store.Open(actor);
        var file = await db.Attachments.SingleOrDefaultAsync(f => f.Id == fileId, cancellation) ?? throw Refusal.NotFound();
        if (file.TicketId is { } ticket)
            await Tickets.Find(db, actor, ticket);
        else if (file.CustomerId is null && file.UploadedBy != actor.UserId)
            throw Refusal.NotFound();
        if (file.StaffOnly && !actor.IsStaff)
            throw Refusal.NotFound();
        return file;
    }

    /// <summary>
    /// Ties waiting files to a message inside a write. Invalid for a file that is not the actor's own or is tied already.
    /// </summary>
    internal static async Task<IReadOnlyList<AttachmentView>> Claim(AppDb db, IReadOnlyList<string>? ids, Ticket ticket, Message message)
    {
        if (ids is null || ids.Count == 0)
            return [];
        var files = await Waiting(db, ids, ticket.Id);
        foreach (var file in files)
            (file.TicketId, file.MessageId, file.StaffOnly) = (ticket.Id, message.Id, message.Kind == MessageKind.Note);
        return files.ConvertAll(ViewOf);
    }

    // A file uploaded to this very ticket may be named too, since the contract uploads first and sends later.
    private static async Task<List<Attachment>> Waiting(AppDb db, IReadOnlyList<string> ids, Guid? ticketId)
    {
        if (ids.Count > 20)
            throw Refusal.Invalid("attachmentIds", Words.Of("File_Many", 20));
        var waiting = new List<Attachment>();
        foreach (var text in ids.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var file = Guid.TryParse(text, out var id) ? await db.Attachments.SingleOrDefaultAsync(f => f.Id == id) : null;
            if (
                file is null
                || file.UploadedBy != db.Actor.UserId
                || file.MessageId is not null
                || file.CustomerId is not null
                || (file.TicketId is not null && file.TicketId != ticketId)
            )
                throw Refusal.Invalid("attachmentIds", Words.Of("File_Unknown"));
            waiting.Add(file);
        }
        return waiting;
    }

    private async Task DemandShare(AppDb db, Actor actor, Guid uploader, bool waits, long more)
    {
        var since = actor.Now - Day;
        var mine = db.Attachments.Where(f => f.UploadedBy == uploader && f.CreatedAt > since);
        await shares.Demand(actor, "Share_Files", FilesADay, Day, mine.Select(f => f.CreatedAt));
        await shares.DemandRoom(
            actor,
            "Share_FileBytes",
            MegabytesADay,
            Day,
            mine.Select(f => new ValueTuple<DateTimeOffset, long>(f.CreatedAt, f.Size)),
            more
        );
        if (!waits)
            return;
        var waiting = mine.Where(f => f.TicketId == null && f.CustomerId == null);
        await shares.Demand(actor, "Share_Waiting", WaitingFiles, Day, waiting.Select(f => f.CreatedAt));
        await shares.DemandRoom(
            actor,
            "Share_WaitingBytes",
            WaitingMegabytes,
            Day,
            waiting.Select(f => new ValueTuple<DateTimeOffset, long>(f.CreatedAt, f.Size)),
            more
        );
    }

    private static AttachmentView ViewOf(Attachment f) =>
        new()
        {
            Id = f.Id,
            TicketId = f.TicketId,
            MessageId = f.MessageId,
            Name = f.Name,
            OriginalName = f.OriginalName,
            ContentType = f.ContentType,
            Size = f.Size,
            UploadedBy = f.UploadedBy,
            CreatedAt = f.CreatedAt,
        };

    /// <summary>
    /// Removes files for good, and gives how many. Bytes go first: if the process dies in between, the row still leads to them.
    /// </summary>
    internal static async Task<int> Remove(Store store, IFileStore files, Actor actor, IReadOnlyList<Attachment> some)
    {
        if (some.Count == 0)
            return 0;
        foreach (var file in some)
            await FilePrints.Delete(files, actor.TenantId, file.Key);
        var ids = some.Select(f => f.Id).ToList();
        return await store.Write(actor, db => db.Attachments.Where(f => ids.Contains(f.Id)).ExecuteDeleteAsync());
    }

    /// <summary>Removes files that were uploaded a day ago and never sent; for the schedule.</summary>
    internal async Task RemoveUnclaimed(Actor company)
    {
        var limit = company.Now - TimeSpan.FromDays(1);
        List<Attachment> left;
        await using (var db = store.Open(company))
            left = await db
                .Attachments.Where(f => f.TicketId == null && f.CustomerId == null && f.CreatedAt < limit)
                .Take(500)
                .ToListAsync();
        foreach (var file in left)
        {
            await store.Write(
                company,
                db => db.Attachments.Where(f => f.Id == file.Id && f.TicketId == null && f.CustomerId == null).ExecuteDeleteAsync()
            );
            await FilePrints.Delete(files, company.TenantId, file.Key);
        }
    }
}
