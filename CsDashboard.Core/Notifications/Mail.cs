using System.Net;
using System.Text;
using MimeKit;
using MimeKit.Text;

namespace CsDashboard.Notifications;

/// <summary>A mail ready to go: one reader, the same said in plain text and in HTML.</summary>
public sealed record Mail(
    Guid Id,
    string FromName,
    string ToAddress,
    string ToName,
    string Subject,
    string Text,
    string Html,
    string Language
)
{
    /// <summary>The address at which one call stops such mails (RFC 8058); null for mails about the reader's own business.</summary>
    public string? StopUrl { get; init; }

    /// <summary>The mail for a row of the queue, from a company, with the product's public address.</summary>
    internal static Mail Of(Notification row, string company, string publicUrl, ILinks links, string? stop = null)
    {
        var (site, isStaff) = (publicUrl.TrimEnd('/'), row.CustomerId is null);
        var link = row.Link is null ? null : site + row.Link;
        var button = Words.In(
            row.Language,
            row.Kind switch
            {
                AccountMails.Invitation or AccountMails.PasswordReset => "Mail_Button_Password",
                AccountMails.Confirmation => "Mail_Button_Confirm",
                _ => "Mail_Button_Open",
            }
        );
        var footer = Words.In(row.Language, "Mail_Footer", company);
        var stopUrl = stop is null ? null : site + links.PathOf(new LinkTo("stop", stop), isStaff);
        List<(string Text, string Url)> ways = [];
        if (stopUrl is not null)
            ways.Add((Words.In(row.Language, "Mail_Stop"), stopUrl));
        if (stopUrl is not null && row.UserId is not null)
            ways.Add((Words.In(row.Language, "Mail_Preferences"), site + links.PathOf(new LinkTo("notifications"), isStaff)));
        var text = new StringBuilder().Append(row.Title).Append("\n\n");
        if (row.Content.Length > 0)
            text.Append(row.Content).Append("\n\n");
        if (link is not null)
            text.Append(button).Append(":\n").Append(link).Append("\n\n");
        text.Append("-- \n").Append(footer).Append('\n');
        foreach (var way in ways)
            text.Append(way.Text).Append(": ").Append(way.Url).Append('\n');
        return new Mail(
            row.Id,
            company,
            row.Address ?? "",
            row.AddressName ?? "",
            row.Title,
            text.ToString(),
            Page(row, button, link, footer, ways),
            row.Language
        )
        {
            StopUrl = stopUrl,
        };
    }

    // Mail programs have no reliable style sheets, so everything is inline, one column, one button.
    private static string Page(Notification row, string button, string? link, string footer, IEnumerable<(string Text, string Url)> ways)
    {
        var rtl = row.Language == "ar";
        var (dir, side) = rtl ? ("rtl", "right") : ("ltr", "left");
        var paragraphs = row
            .Content.ReplaceLineEndings("\n")
            .Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(p =>
                $"""<p dir="auto" style="margin:0 0 16px;font-size:15px;line-height:1.6;color:#334155">{Encode(p).Replace("\n", "<br>", StringComparison.Ordinal)}</p>"""
            );
        var action = link is null
            ? ""
            : $"""
                <p style="margin:24px 0 8px"><a href="{Encode(
                    link
                )}" style="display:inline-block;padding:12px 22px;border-radius:8px;background:#1d4ed8;color:#ffffff;font-size:15px;text-decoration:none">{Encode(
                    button
                )}</a></p>
                """;
        var foot = string.Join(
            "<br>\n",
            ways.Select(way => $"""<a href="{Encode(way.Url)}" style="color:#64748b">{Encode(way.Text)}</a>""").Prepend(Encode(footer))
        );
        return $"""
            <!DOCTYPE html>
            <html dir="{dir}" lang="{Encode(row.Language)}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{Encode(row.Title)}</title></head>
            <body dir="{dir}" style="margin:0;padding:24px 12px;background:#f1f5f9;font-family:'Segoe UI',Tahoma,Arial,sans-serif;text-align:{side}">
            <div style="max-width:560px;margin:0 auto;padding:28px;background:#ffffff;border:1px solid #e2e8f0;border-radius:12px">
            <h1 style="margin:0 0 16px;font-size:19px;line-height:1.4;color:#0f172a">{Encode(row.Title)}</h1>
            {string.Join('\n', paragraphs)}
            {action}
            </div>
            <p style="max-width:560px;margin:16px auto 0;font-size:12px;line-height:1.5;color:#64748b">{foot}</p>
            </body>
            </html>
            """.ReplaceLineEndings("\n");
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    /// <summary>As MIME. A bad address is a <see cref="FormatException"/>.</summary>
    internal MimeMessage Message(string from)
    {
        var sender = new MailboxAddress(FromName, from);
        // The parser also accepts `Eve <x@y>`, and would write to the address inside.
        if (!MailboxAddress.TryParse(Strict, ToAddress, out var reader) || reader.Address != ToAddress)
            throw new FormatException("More than an address");
        var message = new MimeMessage
        {
            // The same id on every attempt, so that a mail that arrives twice can be recognised.
            MessageId = $"{Id:N}@{sender.Domain}",
            Subject = Subject,
            Body = new MultipartAlternative { Part(TextFormat.Plain, Text), Part(TextFormat.Html, Html) },
        };
        message.From.Add(sender);
        message.To.Add(new MailboxAddress(ToName, reader.Address));
        // These keep automatic answers (away notices, tickets of another desk) from coming back to us.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        message.Headers.Add("Content-Language", Language);
        if (StopUrl is not null)
        {
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{StopUrl}>");
            message.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
        }
        return message;
    }

    private static readonly ParserOptions Strict = new()
    {
        AddressParserComplianceMode = RfcComplianceMode.Strict,
        AllowAddressesWithoutDomain = false,
    };

    // Base64 and not quoted-printable: most of an Arabic mail would be escapes, and no line can start with a dot.
    private static TextPart Part(TextFormat format, string content)
    {
        var part = new TextPart(format);
        part.SetText(Encoding.UTF8, content);
        part.ContentTransferEncoding = ContentEncoding.Base64;
        return part;
    }
}
