using CsDashboard.Foundation;
using CsDashboard.Marketplace.Catalogue;

namespace CsDashboard.Tests.Foundation;

/// <summary>The quick look says the same as the thorough one.</summary>
public sealed class QuickCheckTests
{
    public static TheoryData<string, Action<ProductInput>> Inputs =>
        new()
        {
            { "as it is", _ => { } },
            { "no name", p => p.Name = null },
            { "a blank name", p => p.Name = "  " },
            { "a long name", p => p.Name = new string('x', 201) },
            { "a long name with blanks around it", p => p.Name = "  " + new string('x', 200) },
            { "a NUL", p => p.Summary = "a\0b" },
            { "a long brand", p => p.Brand = new string('x', 61) },
            { "too many days", p => p.AccessDays = 3_661 },
            { "days", p => p.AccessDays = 30 },
            { "a negative price", p => p.Variants[0].Price = -1 },
            { "no least", p => p.Variants[0].MinPerOrder = 0 },
            { "too much stock", p => p.Variants[0].Stock = int.MaxValue },
            { "a heavy thing", p => p.Variants[0].WeightGrams = 1_000_001 },
        };

    [Theory, MemberData(nameof(Inputs))]
    public void It_agrees_with_the_thorough_one(string what, Action<ProductInput> change)
    {
        var input = Marketplace.Shelf.Input();
        change(input);
        QuickCheck.Keeps(input).ShouldBe(Holds(input), what);
        QuickCheck.Keeps(input.Variants[0]).ShouldBe(Holds(input.Variants[0]), what);
    }

    private static bool Holds<T>(T input)
        where T : class
    {
        try
        {
            input.Checked();
            return true;
        }
        catch (Refusal)
        {
            return false;
        }
    }
}
