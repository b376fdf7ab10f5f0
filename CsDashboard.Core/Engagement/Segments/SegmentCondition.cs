using System.Globalization;
using System.Linq.Expressions;
using System.Text.Json;
using CsDashboard.Customers;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Engagement.Segments;

/// <summary>
/// A field of the customer, the comparison and the value: orders and value atLeast or atMost; lastOrder and joined within or before a
/// number of days (before: longer ago, or never); tier, type, status, country, language and segment is or isNot; tag has or hasNot.
/// </summary>
public sealed record SegmentCondition(string Field, string Is, string Value)
{
    private static readonly string[] Amounts = ["atLeast", "atMost"],
        Times = ["within", "before"],
        Choices = ["is", "isNot"],
        Tags = ["has", "hasNot"];

    /// <summary>The fields with the ways in which each is compared.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Ways = new Dictionary<string, string[]>
    {
        ["orders"] = Amounts,
        ["value"] = Amounts,
        ["lastOrder"] = Times,
        ["joined"] = Times,
        ["tier"] = Choices,
        ["type"] = Choices,
        ["status"] = Choices,
        ["segment"] = Choices,
        ["country"] = Choices,
        ["language"] = Choices,
        ["tag"] = Tags,
    };

    /// <summary>Words to choose from; empty where it is a number or free.</summary>
    public static IReadOnlyList<string> ValuesOf(string field) =>
        field switch
        {
            "tier" => Tiers.All,
            "type" => Enum.GetNames<CustomerType>(),
            "status" => Enum.GetNames<CustomerStatus>(),
            "segment" => SegmentNames.All,
            "language" => Words.Languages,
            _ => [],
        };

    internal static Expression<Func<Customer, bool>> All(IReadOnlyList<SegmentCondition> conditions, bool any, DateTimeOffset now)
    {
        var customer = Expression.Parameter(typeof(Customer), "c");
        Expression? all = null;
        foreach (var test in conditions.Select(c => c.Test(now)))
        {
            var one = new Renamed(test.Parameters[0], customer).Visit(test.Body);
            all =
                all is null ? one
                : any ? Expression.OrElse(all, one)
                : Expression.AndAlso(all, one);
        }
        return Expression.Lambda<Func<Customer, bool>>(all ?? Expression.Constant(false), customer);
    }

    /// <summary>Invalid for an unknown field, comparison or value.</summary>
    internal Expression<Func<Customer, bool>> Test(DateTimeOffset now)
    {
        if (Field is null || !Ways.TryGetValue(Field, out var ways))
            throw Bad(string.Join(", ", Ways.Keys));
        if (!ways.Contains(Is))
            throw Bad(string.Join(", ", ways));
        var yes = Is is "is" or "has" or "atLeast" or "within";
        switch (Field)
        {
            case "orders":
                var count = Whole(0, 1_000_000);
                return yes ? c => c.TotalOrders >= count : c => c.TotalOrders <= count;
            case "value":
                var amount = Numbers.Typed(Value, "conditions") is { } read and >= 0 and <= Money.Most
                    ? decimal.Round(read, 4)
                    : throw Refusal.Invalid("conditions", Words.Of("Amount_Bad", Money.Most.ToString("N0", CultureInfo.InvariantCulture)));
                return yes ? c => c.TotalOrderValue >= amount : c => c.TotalOrderValue <= amount;
            case "lastOrder":
                var ordered = now.AddDays(-Whole(1, 3_650));
                return yes ? c => c.LastOrderAt >= ordered : c => c.LastOrderAt == null || c.LastOrderAt < ordered;
            case "joined":
                var joined = now.AddDays(-Whole(1, 3_650));
                return yes ? c => c.CreatedAt >= joined : c => c.CreatedAt < joined;
            case "tier":
                var tier = Among(Tiers.All);
                return yes ? c => c.MembershipTier == tier : c => c.MembershipTier != tier;
            case "type":
                var type = Word.Read<CustomerType>("conditions", Value) ?? throw Bad(string.Join(", ", Enum.GetNames<CustomerType>()));
                return yes ? c => c.Type == type : c => c.Type != type;
            case "status":
                var status =
                    Word.Read<CustomerStatus>("conditions", Value) ?? throw Bad(string.Join(", ", Enum.GetNames<CustomerStatus>()));
                return yes ? c => c.Status == status : c => c.Status != status;
            case "segment":
                var segment = SegmentNames.Read("conditions", Value);
                return yes ? c => c.Segment == segment : c => c.Segment != segment;
            case "country":
                var country = Countries.Of(Value)?.Code ?? throw Refusal.Invalid("conditions", Words.Of("Country_Bad"));
                return yes ? c => c.Country == country : c => c.Country != country;
            case "language":
                var language = Among(Words.Languages);
                return yes ? c => c.Language == language : c => c.Language != language;
            default:
                var tags = TagWords.Join([Value ?? ""]);
                if (tags.Length == 0)
                    throw Refusal.Invalid("conditions", Words.Of("Text_Required"));
                return yes ? c => c.TagText.Contains(tags) : c => !c.TagText.Contains(tags);
        }
    }

    private int Whole(int least, int most) =>
        int.TryParse(Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw Refusal.Invalid("conditions", Words.Of("Range_Beyond", least, most));

    private string Among(string[] words) => words.Contains(Value) ? Value : throw Bad(string.Join(", ", words));

    private static Refusal Bad(string choices) => Refusal.Invalid("conditions", Words.Of("Word_Unknown", choices));

    private sealed class Renamed(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
