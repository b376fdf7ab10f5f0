using System.Net;
using System.Net.Http.Headers;
using System.Text;
using CsDashboard.Foundation.Outgoing;

namespace CsDashboard.Notifications;

/// <summary>A text message ready to go.</summary>
public sealed record TextMessage(Guid Id, string To, string Text)
{
    // Ten parts of a long message; anything longer is read through the link.
    private const int Most = 1_500;

    internal static TextMessage Of(Notification row, string publicUrl, ILinks links, string? stop = null)
    {
        var text = Bidi.Plain(row.Content.Length == 0 ? row.Title : row.Title + "\n" + row.Content);
        if (text.Length > Most)
            text = Lines.Cut(text, Most - 1) + "…";
        var to =
            Phones.ForTexts(row.Address, null)
            ?? throw new DeliveryRefused($"No text message goes to '{row.Address}': it is no number of any country");
        var site = publicUrl.TrimEnd('/');
        if (row.Link is not null)
            text += "\n" + site + row.Link;
        // Linking to one's own settings is short, but they can't be opened without an account.
        if (stop is not null)
            text +=
                "\n"
                + Words.In(
                    row.Language,
                    "Sms_Stop",
                    site
                        + links.PathOf(
                            row.UserId is null ? new LinkTo("stop", stop) : new LinkTo("notifications"),
                            forStaff: row.CustomerId is null
                        )
                );
        return new(row.Id, to, text);
    }
}
