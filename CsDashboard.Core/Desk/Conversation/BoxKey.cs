namespace CsDashboard.Desk.Conversation;

/// <summary>
/// The name of a box that somebody types in. Under it a draft is kept and typing is shown, and by it the drafts about a ticket are found
/// when its customer is erased. No other boxes are kept, so none can be forgotten.
/// </summary>
public sealed record BoxKey
{
    private const string OfTicket = "ticket:",
        ReplyBox = "reply",
        NoteBox = "note",
        FileNotes = ":files",
        OfArticle = "article";
    private readonly string text;

    private BoxKey(string text, Guid? ticketId = null, string? box = null) =>
        (this.text, TicketId, IsReply) = (text, ticketId, box == ReplyBox);

    /// <summary>The ticket that is written about, if there is one already.</summary>
    public Guid? TicketId { get; }

    /// <summary>What is typed here is meant for the other side, who may see that somebody types.</summary>
    public bool IsReply { get; }

    public static BoxKey Reply(Guid ticketId) => At(ticketId, ReplyBox);

    public static BoxKey Note(Guid ticketId) => At(ticketId, NoteBox);

    public static readonly BoxKey NewTicket = new("ticket:new"),
        NewSubject = new("ticket:new:subject"),
        NewCategory = new("ticket:new:category"),
        NewType = new("ticket:new:type"),
        NewPriority = new("ticket:new:priority");

    /// <summary>The subject of a new ticket about a card, apart for each card.</summary>
    public static BoxKey NewSubjectAbout(Guid cardId) => new($"{NewTicket.text}:{cardId:N}");

    public static readonly BoxKey NewChat = new("chat:new");

    /// <summary>A part of a help article, or of the new one: its title or body in a language, or what is said beside them.</summary>
    public static BoxKey Article(Guid? articleId, string part) =>
        ArticleParts.Contains(part)
            ? new($"{OfArticle}:{(articleId is { } id ? id.ToString("N") : "new")}:{part}")
            : throw new ArgumentException("Not a part of an article", nameof(part));

    private static readonly string[] ArticleParts = ["title-en", "body-en", "title-ar", "body-ar", "settings"];

    /// <summary>On the page that shows the parts of our pages.</summary>
    public static readonly BoxKey Sample = new("kit:reply");

    private static readonly BoxKey[] Fixed = [NewTicket, NewSubject, NewCategory, NewType, NewPriority, NewChat, Sample];

    /// <summary>Where the ids of its files are kept, between spaces.</summary>
    public BoxKey Files => new(text + FileNotes, TicketId);

    /// <summary>How the boxes of a ticket begin, and no others.</summary>
    public static string StartOf(Guid ticketId) => $"{OfTicket}{ticketId}:";

    private static BoxKey At(Guid ticketId, string box) => new(StartOf(ticketId) + box, ticketId, box);

    /// <summary>The box of this name; null for a name that no box has.</summary>
    public static BoxKey? Of(string? key)
    {
        if (key is null)
            return null;
        if (key.EndsWith(FileNotes, StringComparison.Ordinal))
            return Of(key[..^FileNotes.Length]) is { } box && !box.text.EndsWith(FileNotes, StringComparison.Ordinal) ? box.Files : null;
        if (Array.Find(Fixed, box => box.text == key) is { } known)
            return known;
        return key.Split(':') switch
        {
            ["ticket", "new", var card] when Guid.TryParseExact(card, "N", out var id) => NewSubjectAbout(id),
            [OfArticle, "new", var part] when ArticleParts.Contains(part) => Article(null, part),
            [OfArticle, var article, var part] when ArticleParts.Contains(part) && Guid.TryParseExact(article, "N", out var id) => Article(
                id,
                part
            ),
            ["ticket", var ticket, ReplyBox or NoteBox] when Guid.TryParseExact(ticket, "D", out var id) => At(
                id,
                key[(key.LastIndexOf(':') + 1)..]
            ),
            _ => null,
        };
    }

    public override string ToString() => text;

    public static implicit operator string(BoxKey key) => key.text;
}
