namespace CsDashboard.Marketplace.Reviews;

/// <summary>A question, an answer, or what the company says to a review.</summary>
public sealed class PostText
{
    public const int MaxText = 2_000;

    [Text(MaxText, Optional = true)]
    public string? Text { get; set; }

    /// <summary>Trimmed; null where nothing need be there. Invalid, with the field as its caller names it.</summary>
    internal string? Read(string field = "text", bool optional = false)
    {
        try
        {
            this.Checked();
        }
        catch (Refusal refusal)
        {
            throw Refusal.Invalid(field, refusal.Message);
        }
        return !string.IsNullOrWhiteSpace(Text) ? Text.Trim()
            : optional ? null
            : throw Refusal.Invalid(field, Words.Of("Text_Required"));
    }
}
