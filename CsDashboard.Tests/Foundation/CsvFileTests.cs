using System.Text;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Files;

namespace CsDashboard.Tests.Foundation;

/// <summary>Files of separated values, as spreadsheets and people write them.</summary>
public sealed class CsvFileTests
{
    private static async Task<List<CsvRow>> Read(byte[] file)
    {
        var rows = new List<CsvRow>();
        await foreach (var row in CsvFile.Read(new MemoryStream(file)))
            rows.Add(row);
        return rows;
    }

    private static Task<List<CsvRow>> Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private static async Task<string> Refused(byte[] file)
    {
        var refusal = await Should.ThrowAsync<Refusal>(() => Read(file));
        (refusal.Kind, refusal.Fields[0].Field).ShouldBe((RefusalKind.Invalid, "file"));
        return refusal.Message;
    }

    [Theory]
    [InlineData("a,b\n1,2\n")]
    [InlineData("a;b\r\n1;2\r\n")]
    [InlineData("a\tb\r1\t2")]
    [InlineData("\uFEFFa,b\n1,2")]
    [InlineData("sep=;\r\na;b\r\n1;2")]
    [InlineData("\"a\",\"b\"\n\"1\",\"2\"\n")]
    [InlineData("a,b\n\n  ,\n1,2\n\n")]
    [InlineData("a|b\n1|2\n")]
    [InlineData("A list of customers, exported 2026-11-01\n\na;b\n1;2\n")]
    [InlineData("A list exported 2026-11-01,\n,\na,b\n1,2\n")]
    [InlineData("https://www.example.com/data\r\na\tb\r\n1\t2")]
    public async Task The_separator_the_mark_and_the_quotes_are_seen(string file) =>
        (await Read(file)).Select(r => string.Join('|', r.Cells)).ShouldBe(["a|b", "1|2"]);

    [Theory]
    [InlineData("Name;Email;Tags (comma, separated, list)\nMix One;mix@example.com;a,b\n", 3)]
    [InlineData("time;open;high\n2024-01-05;100,5;110,5\n2024-01-06;101,5;111,5", 3)]
    [InlineData("2024-01-05;100,5;110,5\n2024-01-06;101,5;111,5", 3)]
    [InlineData("Name,Note\nAli,first; second\nOmar,third; fourth\n", 2)]
    [InlineData("Name|Email\n\"One | Two\"|one@example.com", 2)]
    [InlineData("Name,Email,Phone\nOne,a@example.com\nTwo,b@example.com,1,extra,cells\nSmith, John,c@example.com,2", 3)]
    [InlineData("Name,Company\nTV 42\" Shop,Size 42\" Ltd\n\"Unq\" uote,x", 2)]
    public async Task The_separator_is_what_most_rows_agree_on(string file, int columns) =>
        (await Read(file))[0].Cells.Length.ShouldBe(columns);

    [Theory]
    [InlineData("a;b;c\n1;2;3\n", ';')]
    [InlineData("sep=|\na;b\n1;2\n", '|')]
    [InlineData("\uFEFFa\tb\n1,5\t2\n", '\t')]
    [InlineData("one\n", ',')]
    public async Task The_separator_that_is_recognised_can_be_asked_for(string file, char separator) =>
        (await CsvFile.SeparatorOf(new MemoryStream(Encoding.UTF8.GetBytes(file)))).ShouldBe(separator);

    [Theory]
    [InlineData("Fair,2026,Riyadh\nBy,Amina,Haddad\na;b\n1,2,3;4\n", ';', null, "a|b", "1,2,3|4")]
    [InlineData("sep=,\na;b\n1;2\n", ';', null, "a|b", "1|2")]
    [InlineData("a,b;c\n1,2\n", ';', null, "a,b|c", "1,2")]
    [InlineData("A list\n\nx,y\na,b\n1,2\n", null, 4, "a|b", "1|2")]
    [InlineData("A list\nx,y\n", null, 1, "A list", "x|y")]
    [InlineData("x,y\n\na,b\n1,2\n", null, 2, "a|b", "1|2")]
    [InlineData("x,y\n", null, 9)]
    public async Task Another_separator_and_another_line_to_begin_at_can_be_given(
        string file,
        char? separator,
        int? fromLine,
        params string[] rows
    )
    {
        var read = new List<string>();
        await foreach (var row in CsvFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(file)), separator, fromLine))
            read.Add(string.Join('|', row.Cells));
        read.ShouldBe(rows);
    }

    [Fact]
    public async Task Unicode_text_with_its_mark_is_read()
    {
        foreach (var encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode })
            (await Read([.. encoding.GetPreamble(), .. encoding.GetBytes("الاسم\tb\n1\t2")]))
                .Select(r => string.Join('|', r.Cells))
                .ShouldBe(["الاسم|b", "1|2"]);
        (await Refused([0xFF, 0xFE, 0x00, 0xD8, 0x41, 0x00])).ShouldContain("UTF-8");
    }

    [Fact]
    public async Task A_cell_in_quotes_holds_separators_quotes_and_lines_and_lines_are_counted_on()
    {
        var rows = await Read("name,note\n\"A; \"\"B\"\", C\",\"one\ntwo\r\nthree\"\nlast,row\n");
        rows.Select(r => r.Line).ShouldBe([1, 2, 5]);
        rows[1].Cells.ShouldBe(["A; \"B\", C", "one\ntwo\r\nthree"]);
        // A semicolon within quotes does not separate cells.
        (await Read("\"a;b;c\",d\n1,2"))[1]
            .Cells.ShouldBe(["1", "2"]);
        // A row across two chunks of the read stays whole.
        var wide = new string('ص', 40_000);
        (await Read($"a,\"{wide}\"\nb,c"))[0].Cells[1].ShouldBe(wide);
    }

    [Fact]
    public async Task What_is_no_such_file_is_refused()
    {
        (await Refused([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13])).ShouldContain("UTF-8");
        (await Refused(Encoding.Unicode.GetBytes("a,b\n1,2"))).ShouldContain("UTF-8");
        (await Refused(Encoding.Latin1.GetBytes("name\nZoë"))).ShouldContain("UTF-8");
        (await Refused("a\0b,c"u8.ToArray())).ShouldContain("UTF-8");
        (await Refused("a,b\n1,\"2\n3,4\n"u8.ToArray())).ShouldContain("line 2");
        (await Refused(Encoding.UTF8.GetBytes("a\n" + new string('x', 100_001)))).ShouldContain("100,000 characters");
        (await Refused(Encoding.UTF8.GetBytes(new string(',', 300)))).ShouldContain("200");
        (await Read("")).ShouldBeEmpty();
    }
}
