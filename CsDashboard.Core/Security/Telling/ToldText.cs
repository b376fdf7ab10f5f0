namespace CsDashboard.Security.Telling;

// The words of a call, each named when it is missing or can't be kept.
internal static class ToldText
{
    public static string Demand(string field, string? text, int most) =>
        Optional(field, text, most) ?? throw Refusal.Invalid(field, Words.Of("Text_Required"));

    public static string? Optional(string field, string? text, int most)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var kept = text.Trim();
        if (kept.Length > most)
            throw Refusal.Invalid(field, Words.Of("Text_TooLong", most));
        return TextAttribute.CanBeStored(kept) ? kept : throw Refusal.Invalid(field, Words.Of("Refused_Invalid"));
    }
}
