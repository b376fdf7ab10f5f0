using System.Reflection;
using System.Runtime.CompilerServices;

namespace CsDashboard.Tests.Architecture;

/// <summary>What is told apart by its place alone is swapped unseen: many values go by their names.</summary>
public sealed class ParametersTests
{
    private const int MostOfARecord = 8,
        MostOfAMethod = 8;

    private static readonly Dictionary<string, string> Exempt = new()
    {
        ["DemoRecords.Plan"] = "One caller, and no two of the same type beside each other but two times.",
    };

    private static readonly Assembly[] Houses = [typeof(Rooms).Assembly, typeof(Program).Assembly, typeof(ParametersTests).Assembly];

    private const BindingFlags All =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static IEnumerable<Type> Types =>
        Houses
            .SelectMany(h => h.GetTypes())
            .Where(t =>
                !t.IsDefined(typeof(CompilerGeneratedAttribute)) && t.Namespace?.StartsWith("CsDashboard", StringComparison.Ordinal) == true
            );

    [Fact]
    public void A_record_of_many_values_names_each()
    {
        var records = Types.Where(t => t.GetMethod("PrintMembers", All) is not null).ToList();
        records.Count.ShouldBeGreaterThan(300, "The test looks at nothing.");
        var faults = records
            .Select(t => (Type: t, Count: t.GetConstructors(All).Max(c => (int?)c.GetParameters().Length) ?? 0))
            .Where(r => r.Count > MostOfARecord)
            .Select(r => $"{r.Type.FullName}: {r.Count}");
        faults.ShouldBeEmpty("public required string Name { get; init; } says which is which.");
    }

    [Fact]
    public void A_method_of_many_values_takes_an_input()
    {
        // Handlers of endpoints take each value by its name in the address: nobody calls them by place. Nor are the helpers of tests meant.
        var methods = Types
            .Where(t => t.Assembly != typeof(ParametersTests).Assembly && !t.Name.EndsWith("Endpoints", StringComparison.Ordinal))
            .SelectMany(t => t.GetMethods(All))
            .Where(m => !m.IsDefined(typeof(CompilerGeneratedAttribute)) && !m.Name.Contains('<', StringComparison.Ordinal))
            .ToList();
        methods.Count.ShouldBeGreaterThan(3_000, "The test looks at nothing.");
        var faults = methods
            .Where(m => m.GetParameters().Length > MostOfAMethod && !Exempt.ContainsKey($"{m.DeclaringType!.Name}.{m.Name}"))
            .Select(m => $"{m.DeclaringType!.FullName}.{m.Name}: {m.GetParameters().Length}");
        faults.ShouldBeEmpty();
    }
}
