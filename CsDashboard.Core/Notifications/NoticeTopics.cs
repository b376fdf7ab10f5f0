namespace CsDashboard.Notifications;

/// <summary>Which topic a notice belongs to by its kind, unless it says so itself. What alarms staff (bots, vault, history) passes like security.</summary>
internal static class NoticeTopics
{
    private static readonly (string Beginning, NoticeTopic Topic)[] Known =
    [
        ("loyalty", NoticeTopic.Loyalty), ("reward", NoticeTopic.Loyalty),
        ("signal", NoticeTopic.Signals),
        ("security", NoticeTopic.Security), (AccountMails.Confirmation, NoticeTopic.Security), (AccountMails.PasswordReset, NoticeTopic.Security), (AccountMails.Invitation, NoticeTopic.Security),
        ("bot_", NoticeTopic.Security), ("vault_", NoticeTopic.Security), ("audit_", NoticeTopic.Security),
    ];

    // What is sent to many, and concerns nobody's own ticket, order or account.
    private const NoticeTopic ForMany = NoticeTopic.Loyalty | NoticeTopic.Offers | NoticeTopic.Signals | NoticeTopic.News;

    /// <summary>What the reader of a message may stop by a link in it: its own topic, or with the daily mail all of that kind; None for what is the reader's own business.</summary>
    public static NoticeTopic Stopped(Notification row) => row.Kind == Digests.Kind ? ForMany : row.Topic & ForMany;

    public static NoticeTopic Of(string kind) => Known.FirstOrDefault(k => kind.StartsWith(k.Beginning, StringComparison.Ordinal)) is { Topic: not NoticeTopic.None and var topic } ? topic : NoticeTopic.Tickets;
}
