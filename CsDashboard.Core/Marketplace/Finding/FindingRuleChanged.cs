using CsDashboard.Foundation.Events;

namespace CsDashboard.Marketplace.Finding;

/// <summary>A synonym or a pin of the shop's search was set, or removed (then <see cref="To"/> is null).</summary>
public sealed record FindingRuleChanged(Guid RuleId, string? From, string? To) : IEvent
{
    public Subject About => new("shop_search", RuleId);
    public (string, object?[]) Sentence => To is null ? ("Event_FindingRuleRemoved", [From]) : ("Event_FindingRuleSet", [To]);
    public object? Before => From is null ? null : new { Rule = From };
    public object? After => To is null ? null : new { Rule = To };
}
