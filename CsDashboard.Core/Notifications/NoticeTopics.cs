namespace CsDashboard.Notifications;

/// <summary>
/// Which topic a notice belongs to by its kind, unless it says so itself. Alarms for staff (bots, vault, history) pass like security.
/// </summary>
internal static class NoticeTopics
{
    private static readonly (string Beginning, NoticeTopic Topic)[] Known =
    [
        ("loyalty", NoticeTopic.Loyalty),
        ("reward", NoticeTopic.Loyalty),
        ("signal", NoticeTopic.Signals),
        ("security", NoticeTopic.Security),
        (AccountMails.Confirmation, NoticeTopic.Security),
        (AccountMails.PasswordReset, NoticeTopic.Security),
        (AccountMails.Invitation, NoticeTopic.Security),
        ("bot_", NoticeTopic.Security),
        ("vault_", NoticeTopic.Security),
        ("audit_", NoticeTopic.Security),
    ];

    // What is sent to many and isn't about anybody's own ticket, order or account.
    private const NoticeTopic ForMany = NoticeTopic.Loyalty | NoticeTopic.Offers | NoticeTopic.Signals | NoticeTopic.News;

    /// <summary>
    /// What a reader may stop by the link in a message: its topic, or for the daily mail all of that kind; None for their own business.
    /// </summary>
    public static NoticeTopic Stopped(Notification row) => row.Kind == Digests.Kind ? ForMany : row.Topic & ForMany;

    public static NoticeTopic Of(string kind) =>
        Known.FirstOrDefault(k => kind.StartsWith(k.Beginning, StringComparison.Ordinal)) is { Topic: not NoticeTopic.None and var topic }
            ? topic
            : NoticeTopic.Tickets;
}
