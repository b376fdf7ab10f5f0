using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.Components;

namespace CsDashboard.Tests.Architecture;

/// <summary>
/// What is read from the database and kept for a company is kept by CompanyMemory, SharedReads or RefreshedCache, which know when it is
/// old. Whatever else the process remembers by an id is named here with what it is.
/// </summary>
public sealed class MemoriesTests
{
    private static readonly Dictionary<string, string> Named = new()
    {
        ["CompanyMemory`1.entries"] = "The mechanism.",
        ["SharedReads.shelves"] = "The mechanism.",
        ["SessionEnds.ended"] = "Sessions that ended here, until their cookies have.",
        ["AppDb.once"] = "Lives as long as a transaction.",
        ["Shares.paces"] = "Counts calls of a minute.",
        ["CustomerArchives.asked"] = "When customers took their data last.",
        ["NightWindow.begun"] = "When work of the night last began here.",
        ["Seal.ends"] = "Where this process left a chain: reading it anew would believe whoever rewrote it.",
        ["ChatWatch.missed"] = "Who is being waited for.",
        ["Presence.tickets"] = "Who is looking: it is nowhere else.",
        ["BotHost.runs"] = "The bots that run here.",
        ["Quotes.last"] = "The last candles that the bots here took.",
        ["BotHealths.all"] = "How the bots that run here are.",
        ["SignalRecord.running"] = "A check that is under way.",
        ["Grants.open"] = "Open keys, which are nowhere else.",
        ["Pins.stretched"] = "Follows from the settings of the process.",
        ["PlannedProduct.Stock"] = "Lives as long as a batch of an import.",
        ["ProductPlan.planned"] = "Lives as long as a batch of an import.",
        ["ProductVisits.gathered"] = "Pages that were opened, until they are written.",
        ["ProductIndexes.companies"] = "The indexes of shops, which follow what happens.",
        ["ProductIndex.planned"] = "Products that wait for their time, with the index.",
        ["SearchLog.companies"] = "What was looked for, until it is written.",
        ["FacetPart.ordinals"] = "Lives as long as the index that it is in.",
        ["RecentSignals.known"] = "Lives as long as SharedReads keeps it.",
        ["RuleRun.booked"] = "Lives as long as a reckoning.",
        ["RuleRun.capped"] = "Lives as long as a reckoning.",
        ["RuleRun.Points"] = "Lives as long as a reckoning.",
    };

    [Fact]
    public void What_is_kept_for_a_company_is_kept_in_one_way()
    {
        var found = Kept(typeof(Rooms).Assembly).Concat(Kept(typeof(Program).Assembly)).ToList();
        found.Except(Named.Keys).ShouldBeEmpty("Kept by an id: put it on CompanyMemory, or say what it is.");
        Named.Keys.Except(found).ShouldBeEmpty("Named, and not there.");
    }

    [Fact]
    public void A_memory_is_seen() =>
        Kept(typeof(MemoriesTests).Assembly)
            .Where(name => name.StartsWith(nameof(Sample), StringComparison.Ordinal))
            .ShouldBe(["Sample.byCompany", "Sample.byCompanyAndDay", "Sample.Everywhere"], ignoreOrder: true);

    private static IEnumerable<string> Kept(Assembly house) =>
        from type in house.GetTypes()
        where !type.IsAssignableTo(typeof(IComponent)) && !type.Name.StartsWith('<')
        from field in type.GetFields(
            BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly
        )
        where IsMemory(field.FieldType)
        select $"{type.Name}.{PropertyOf(field.Name) ?? field.Name}";

    // The field of a property without a body: <Name>k__BackingField.
    private static string? PropertyOf(string field) =>
        field.StartsWith('<') ? field[1..field.IndexOf('>', StringComparison.Ordinal)] : null;

    private static bool IsMemory(Type type) =>
        type.IsGenericType
        && (type.GetGenericTypeDefinition() == typeof(ConcurrentDictionary<,>) || type.GetGenericTypeDefinition() == typeof(Dictionary<,>))
        && type.GetGenericArguments()[0] is var key
        && (key == typeof(Guid) || (key.IsGenericType && key.IsValueType && key.GetGenericArguments()[0] == typeof(Guid)));

    private sealed class Sample
    {
        internal static readonly Dictionary<Guid, string> Everywhere = [];
        private readonly ConcurrentDictionary<Guid, int> byCompany = new();
        private readonly ConcurrentDictionary<(Guid Company, int Day), int> byCompanyAndDay = new();
        private readonly Dictionary<string, Guid> byName = [];

        public int Count => byCompany.Count + byCompanyAndDay.Count + byName.Count;
    }
}
