using System.Text.Json;
using CsDashboard.Customers;
using CsDashboard.Customers.Trading;
using CsDashboard.Engagement.Loyalty;
using CsDashboard.Foundation;
using CsDashboard.Web.Kit;

namespace CsDashboard.Web.Customers;

/// <summary>How pages show a customer's attributes. Colour is never the only sign: every tone comes with its word.</summary>
public static class CustomerLook
{
    public static string Of(CustomerStatus status) => Words.Of("CustomerStatus_" + status);

    public static string Of(CustomerType type) => Words.Of("CustomerType_" + type);

    public static string Of(TradingExperience experience) => CustomerTexts.Get("Experience." + experience);

    public static string Of(RiskTolerance tolerance) => CustomerTexts.Get("Tolerance." + tolerance);

    public static string Tone(CustomerStatus status) =>
        status switch
        {
            CustomerStatus.Active => "success",
            CustomerStatus.Suspended => "danger",
            CustomerStatus.Inactive => "neutral",
        };

    public static string Tone(CustomerType type) =>
        type switch
        {
            CustomerType.VIP => "accent",
            CustomerType.Premium => "info",
            CustomerType.Regular => "neutral",
        };

    /// <summary>A limit of a risk plan with its unit.</summary>
    public static string Limit(RiskRange range, decimal value)
    {
        var decimals =
            range.Step < 0.1m ? 2
            : range.Step < 1 ? 1
            : 0;
        return range.Unit == "%" ? Show.Percent(value / 100, decimals) : Show.Number(value, decimals);
    }

    /// <summary>What a customer was asked, as people read it; a question of another service is shown as it came.</summary>
    public static string Question(string key) => CustomerTexts.Find("Question." + key) ?? key;

    /// <summary>
    /// A word that an event of such a subject kept, as people read it; anything else stays what it is.
    /// </summary>
    public static string Said(string subject, string name, string value) =>
        (subject, name) switch
        {
            ("ticket", _) when Guests.WordOfTicket(name, value) is { } said => said,
            ("customer", "status") when Word.TryRead<CustomerStatus>(value) is { } word => Of(word),
            ("customer", "type") when Word.TryRead<CustomerType>(value) is { } word => Of(word),
            (_, "experience") when Word.TryRead<TradingExperience>(value) is { } word => Of(word),
            (_, "tolerance") when Word.TryRead<RiskTolerance>(value) is { } word => Of(word),
            (_, "tier") when Word.TryRead<LoyaltyTier>(value) is { } word => TierTerms.NameOf(word),
            (_, "membershipTier") when Tiers.All.Contains(value) => Tiers.NameOf(value),
            _ => value,
        };

    /// <summary>
    /// The differences between two JSON objects of an event, by member. Whom an id means is said by the event's sentence.
    /// </summary>
    public static IReadOnlyList<(string Name, string From, string To)> Differences(string subject, string? before, string? after)
    {
        if (before is null || after is null)
            return [];
        using var old = JsonDocument.Parse(before);
        using var now = JsonDocument.Parse(after);
        if (old.RootElement.ValueKind != JsonValueKind.Object || now.RootElement.ValueKind != JsonValueKind.Object)
            return [];
        var was = old.RootElement.EnumerateObject().ToDictionary(m => m.Name, m => Text(m.Value), StringComparer.Ordinal);
        return
        [
            .. now
                .RootElement.EnumerateObject()
                .Select(m => (m.Name, From: was.GetValueOrDefault(m.Name) ?? "", To: Text(m.Value)))
                .Where(m => m.From != m.To && !Guid.TryParse(m.From.Length > 0 ? m.From : m.To, out _))
                .Select(m => (m.Name, Said(subject, m.Name, m.From), Said(subject, m.Name, m.To))),
        ];
    }

    private static string Text(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => "",
            JsonValueKind.String => value.GetString()!.Trim(',').Replace(",", ", ", StringComparison.Ordinal),
            JsonValueKind.True => CustomerTexts.Get("Yes"),
            JsonValueKind.False => CustomerTexts.Get("No"),
            _ => value.GetRawText(),
        };
}
