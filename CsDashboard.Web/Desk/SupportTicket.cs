using CsDashboard.Desk;
using CsDashboard.Desk.Conversation;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;
using CsDashboard.Knowledge;
using Microsoft.AspNetCore.Http.HttpResults;
using CustomerVerbs = CsDashboard.Customers.CustomerRecords;

namespace CsDashboard.Web.Desk;

/// <summary>
/// A ticket as membership asks for it; subject and title are one. Its categories are the six of its help and our own three.
/// </summary>
public sealed class SupportTicket
{
    public string? Subject { get; set; }
    public string? Title { get; set; }

    [Text(Message.MaxLength)]
    public string? Description { get; set; }

    [Text(20)]
    public string? Category { get; set; }

    [WordOf<TicketPriority>]
    public string? Priority { get; set; }

    internal NewTicket Ticket
    {
        get
        {
            this.Checked();
            var (word, title) = (Category!.Trim().ToLowerInvariant(), string.IsNullOrWhiteSpace(Subject) ? Title : Subject);
            if (string.IsNullOrWhiteSpace(title))
                throw Refusal.Invalid("subject", Words.Of("Text_Required"));
            if (title.Trim().Length > NewTicket.MaxTitle)
                throw Refusal.Invalid("subject", Words.Of("Text_TooLong", NewTicket.MaxTitle));
            if (!TextAttribute.CanBeStored(title))
                throw Refusal.Invalid("subject", Words.Of("Text_BadCharacters"));
            var isTopic = Faq.CategoryIds.Contains(word);
            if (!isTopic && !Own.Contains(word))
                throw Refusal.Invalid("category", Words.Of("Word_Unknown", string.Join(", ", Faq.CategoryIds.Concat(Own))));
            return new NewTicket
            {
                Title = title,
                Description = Description,
                Category = isTopic ? null : word,
                Topic = isTopic ? word : null,
                Priority = Priority,
            };
        }
    }

    internal static readonly IReadOnlyList<string> Own = Word.All<TicketCategory>();
}
