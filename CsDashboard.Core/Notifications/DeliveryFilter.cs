namespace CsDashboard.Notifications;

/// <summary>Which messages a list shows. A word that there isn't is Invalid.</summary>
public sealed record DeliveryFilter
{
    /// <summary>Every word of it must be part of the title, the address or the name.</summary>
    public string? Search { get; init; }

    /// <summary>A channel by which messages leave the house: email or sms.</summary>
    public string? Channel { get; init; }

    /// <summary>pending, sent, failed or held.</summary>
    public string? Status { get; init; }
    public string? Topic { get; init; }
    public DateTimeOffset? From { get; init; }
    public DateTimeOffset? To { get; init; }

    /// <summary>The filter in one line, for the record of an export.</summary>
    internal string Told =>
        string.Join(
            ' ',
            new[]
            {
                Pair("search", Search),
                Pair("channel", Channel),
                Pair("status", Status),
                Pair("topic", Topic),
                Pair("from", From?.UtcDateTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
                Pair("to", To?.UtcDateTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
            }.OfType<string>()
        )
            is { Length: > 0 } told
            ? told
            : "*";

    private static string? Pair(string name, string? value) =>
        string.IsNullOrWhiteSpace(value) ? null : name + "=" + value.Replace('\0', ' ').Trim();
}
