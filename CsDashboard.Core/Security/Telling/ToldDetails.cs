using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CsDashboard.Security.Telling;

/// <summary>What a program says beside an event: an object of at most 8 KB, kept without what its names call a secret.</summary>
internal static partial class ToldDetails
{
    private const string Hidden = "***";

    /// <summary>Invalid, with field details, for what is no object, too long or too deep.</summary>
    public static string? Read(JsonElement? told)
    {
        if (told is not { } element || element.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
            return null;
        if (element.ValueKind != JsonValueKind.Object || element.GetRawText().Length > 8 * SecurityEvent.MaxDetails)
            throw Refusal.Invalid("details", Words.Of("Refused_Invalid"));
        var kept = Kept(element);
        if (kept.Length > SecurityEvent.MaxDetails)
            throw Refusal.Invalid("details", Words.Of("Text_TooLong", SecurityEvent.MaxDetails));
        return TextAttribute.CanBeStored(kept) ? kept : throw Refusal.Invalid("details", Words.Of("Refused_Invalid"));
    }

    private static string Kept(JsonElement told)
    {
        try
        {
            return Without(JsonObject.Create(told)!).ToJsonString();
        }
        // Half a letter in a name, or the same name twice.
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            throw Refusal.Invalid("details", Words.Of("Refused_Invalid"));
        }
    }

    private static JsonNode Without(JsonNode node)
    {
        switch (node)
        {
            case JsonObject all:
                foreach (var (name, value) in all.ToList())
                    if (Secret().IsMatch(name))
                        all[name] = Hidden;
                    else if (value is JsonObject or JsonArray)
                        Without(value);
                break;
            case JsonArray list:
                foreach (var item in list)
                    if (item is JsonObject or JsonArray)
                        Without(item);
                break;
        }
        return node;
    }

    [GeneratedRegex(
        "pass(word|wd|phrase)?$|secret|token|api_?key|authorization|cookie|^pin$|cvv|cvc|card_?number|iban",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Secret();
}
