using CsDashboard.Desk.Conversation;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;
using CsDashboard.Web.Server;

namespace CsDashboard.Web.Desk;

/// <summary>Files of tickets on their way in.</summary>
internal static class Uploads
{
    // A file may have 10 MB; the rest is for the form around it.
    public const long MaxBody = Attachments.MaxBytes + 1_048_576;

    public static Task<AttachmentView> Take(HttpContext http, Actor actor, Attachments attachments, Guid? ticketId) =>
        FileForms.Take(http, (name, content) => attachments.Upload(actor, name, content, ticketId, http.RequestAborted));
}
