using CsDashboard.Foundation;

namespace CsDashboard.Web.Kit;

/// <summary>
/// Why an act was refused, beside what was acted on: a field asks for what concerns it, and <see cref="WrongNotice"/> shows the rest.
/// <code>
/// &lt;WrongNotice Of="Wrong" Fields="title" /&gt; … &lt;Field Error="@Wrong["title"]" …
/// if (await Act(() => Tickets.Open(Actor, ticket), Wrong)) …
/// </code>
/// </summary>
public sealed class Wrong
{
    private IReadOnlyList<FieldError> fields = [];

    /// <summary>The whole in one sentence; null when nothing is wrong.</summary>
    public string? Text { get; private set; }

    public string? this[string field] => fields.FirstOrDefault(fault => fault.Field == field)?.Message;

    /// <summary>What concerns none of these fields.</summary>
    public IReadOnlyList<string> Beside(IReadOnlyCollection<string> shown) =>
        Text is null ? []
        : fields.Count == 0 ? [Text]
        : [.. fields.Where(fault => !shown.Contains(fault.Field)).Select(fault => fault.Message).Distinct()];

    public void Say(Refusal refusal) => (Text, fields) = (refusal.Message, refusal.Fields);

    public void Say(string? text) => (Text, fields) = (text, []);

    public void Clear() => Say((string?)null);
}
