using CsDashboard.Foundation;

namespace CsDashboard.Tests.Foundation;

public sealed class LinesTests
{
    [Theory]
    [InlineData("Sara Haddad", "Sara Haddad")]
    [InlineData("  O'Neil-Smith  Jr. ", "O'Neil-Smith Jr.")]
    [InlineData("Dana\r\nSaleh\tIII", "Dana Saleh III")]
    [InlineData("x\u202Egpj.exe", "xgpj.exe")]
    [InlineData("\u200Fسلمى الحسن", "سلمى الحسن")]
    [InlineData("\u202Bفرح\u202C", "فرح")]
    [InlineData("هدى\u200B كرم", "هدى كرم")]
    [InlineData("Ad\u00ADmin\u2060", "Admin")]
    [InlineData("A\u200Dd\u200Cmin", "Admin")]
    [InlineData("a\u3164b", "ab")]
    [InlineData("bell\u0007", "bell")]
    [InlineData("Ame\u0301lie", "Am\u00e9lie")]
    [InlineData("\u00A0Nadia\u2003Aziz\u00A0", "Nadia Aziz")]
    // Joiners that a script, or a picture, needs.
    [InlineData("عبد\u200Cالله العمري", "عبد\u200Cالله العمري")]
    [InlineData("می\u200Cخواهم", "می\u200Cخواهم")]
    [InlineData("क्\u200Dष", "क्\u200Dष")]
    [InlineData("Sara 👩\u200D💻 ❤\uFE0F", "Sara 👩\u200D💻 ❤\uFE0F")]
    [InlineData("سارة\u200C ", "سارة")]
    [InlineData("", "")]
    public void A_line_keeps_what_is_seen(string typed, string kept)
    {
        Lines.Clean(typed).ShouldBe(kept);
        // Cleaning a clean text changes nothing, so an export can be imported again.
        Lines.Clean(kept).ShouldBe(kept);
    }

    [Theory]
    [InlineData("Sara", 4, "Sara")]
    [InlineData("Sara", 3, "Sar")]
    [InlineData("Sa👩", 3, "Sa")]
    [InlineData("Sa👩", 4, "Sa👩")]
    public void A_text_is_never_cut_through_the_middle_of_a_character(string text, int most, string kept) =>
        Lines.Cut(text, most).ShouldBe(kept);

    private sealed class Form
    {
        [Line(5, Min = 2)]
        public string? Name { get; set; }
    }

    [Fact]
    public void The_length_is_that_of_what_is_kept_and_the_input_holds_it()
    {
        new Form { Name = "\u202A\u202Bab\u200Bcde\u202C\u202C" }
            .Checked()
            .Name.ShouldBe("abcde");
        foreach (
            var (typed, message) in new[]
            {
                ("a\u200B\u200B", "At least 2 characters."),
                ("\u200F\u202C", "This is required."),
                ("abcdef", "At most 5 characters."),
                ("a\0b", "This contains characters that can’t be stored."),
                ("\u0301\u0301", "Use at least one letter or digit."),
            }
        )
            Should.Throw<Refusal>(() => new Form { Name = typed }.Checked()).Fields.ShouldBe([new FieldError("name", message)]);
    }
}
