namespace CsDashboard.Analytics.Behaviour;

// The words of a call: named when they are missing, cut when they are long, since a page that is too long for us was seen all the same.
internal static class HitText
{
    public static string Demand(string field, string? text, int most) =>
        string.IsNullOrWhiteSpace(text) ? throw Refusal.Invalid(field, Words.Of("Text_Required"))
        : text.Trim().Length > most ? throw Refusal.Invalid(field, Words.Of("Text_TooLong", most))
        : Kept(field, text.Trim());

    public static string? Short(string field, string? text, int most) =>
        string.IsNullOrWhiteSpace(text) ? null : Lines.Cut(Kept(field, text.Trim()), most);

    private static string Kept(string field, string text) =>
        TextAttribute.CanBeStored(text) ? text : throw Refusal.Invalid(field, Words.Of("Refused_Invalid"));
}
