using CsDashboard.Customers;
using CsDashboard.Engagement;
using CsDashboard.Engagement.Segments;
using CsDashboard.Foundation;
using CsDashboard.Web.Kit;
using Microsoft.Extensions.Localization;

namespace CsDashboard.Web.Engagement;

/// <summary>Conditions of own segments in words.</summary>
internal static class ConditionLook
{
    public static string Told(IReadOnlyList<SegmentCondition> conditions, bool any, IStringLocalizer<SegmentTexts> texts) =>
        string.Join(
            $" {texts[any ? "Or" : "And"]} ",
            conditions.Select(c =>
                $"{texts["Field." + c.Field]} {texts["Is." + c.Is]} {(c.Is is "within" or "before" ? texts["Days", Show.Digits(c.Value)] : Value(c.Field, c.Value))}"
            )
        );

    public static string Value(string field, string value) =>
        field switch
        {
            "tier" => Tiers.NameOf(value),
            "type" when Enum.TryParse<CustomerType>(value, out var type) => Words.Of("CustomerType_" + type),
            "status" when Enum.TryParse<CustomerStatus>(value, out var status) => Words.Of("CustomerStatus_" + status),
            "segment" => Segments.NameOf(value),
            "country" => Countries.Of(value)?.NameIn(Words.Language) ?? value,
            "language" => Show.Language(value),
            _ => Show.Digits(value),
        };
}
