using System.Globalization;
using System.Text;
using CsDashboard.Bots;
using CsDashboard.Foundation;
using CsDashboard.Tests.Vault;
using CsDashboard.Vault;

namespace CsDashboard.Tests.Bots;

/// <summary>
/// Candle files as spreadsheets, brokers and charts write them (Cases), each with what a sensible reader makes of it: the right value, or a
/// refusal that says why.
/// </summary>
public sealed class CandleCasesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);
    private const string Usual = "100 110 90 105 7";

    /// <summary>
    /// File, the message about the first bad line or the file (null if all of it is read), the time of the first candle, its figures.
    /// </summary>
    public static TheoryData<string, string?, string, string> Cases =>
        new()
        {
            { "K01-dmy-slash", "2024-01-05T00:00:00Z", "", "" },
            { "K02-dmy-dot-dukascopy", "2024-01-05T00:00:00Z", "", "" },
            { "K03-yyyymmdd", null, "2024-01-05T00:00:00Z", Usual },
            { "K04-excel-serial", "45296", "", "" },
            { "K05-date-and-time-columns", null, "2024-01-05T17:00:00Z", Usual },
            { "K06-binance-micro", null, "2025-01-05T00:00:00Z", Usual },
            { "K07-unix-float", null, "2024-01-05T00:00:00Z", Usual },
            { "K08-dup-different", "Line 2 has the same time", "", "" },
            { "K09-exp", null, "2024-01-05T00:00:00Z", "0.00001 0.000011 0.000009 0.0000105 1000" },
            { "K10-exp-tiny", null, "2024-01-05T00:00:00Z", "0.0000000000001234 0.00000000000013 0.00000000000011 0.00000000000012 5" },
            { "K11-volume-named", null, "2024-01-05T00:00:00Z", Usual },
            { "K12-tradingview-indicators", null, "2024-01-05T00:00:00Z", Usual },
            { "K13-semicolon-comma", null, "2024-01-05T00:00:00Z", "100.5 110.5 90.5 105.5 7.25" },
            { "K14-semicolon-thousands", null, "2024-01-05T00:00:00Z", "1100.5 1110.5 1090.5 1105.5 7" },
            { "K15-bom-crlf", null, "2024-01-05T00:00:00Z", Usual },
            { "K16-utf16", null, "2024-01-05T00:00:00Z", Usual },
            { "K17-offset", null, "2024-01-04T21:00:00Z", Usual },
            { "K18-mixed-units", null, "2024-01-05T00:00:00Z", Usual },
            { "K19-trailing-partial", "This line has 4 fields instead of 6", "", "" },
            { "K20-nan", "open is not a number: NaN", "", "" },
            { "K21-ohlc", "The high must be the highest", "", "" },
            { "K22-zero", "A price is 0", "", "" },
            { "K23-future", "future", "", "" },
            { "K24-misaligned", null, "2024-01-05T00:17:23Z", Usual },
            { "K25-arabic-digits", null, "2024-01-05T00:00:00Z", Usual },
            { "K26-local-noZ", null, "2024-03-31T02:30:00Z", Usual },
            { "K27-quoted-all", null, "2024-01-05T00:00:00Z", Usual },
            { "K28-metatrader", null, "2024-01-05T00:00:00Z", Usual },
            { "K29-cryptodatadownload", null, "2024-01-05T00:00:00Z", Usual },
            { "K30-mdy-after12", "01/13/2024", "", "" },
            { "K31-month-name", "05-Jan-2024", "", "" },
            { "K32-hour24", "24:00:00", "", "" },
            { "K33-time-ms-string", null, "2024-01-05T00:00:00.123Z", Usual },
            { "K34-plus", null, "2024-01-05T00:00:00Z", Usual },
            { "K35-own-export-other-pair", null, "2024-01-05T00:00:00Z", "1.0850 1.0860 1.0840 1.0855 10" },
            { "K36-flat-quoted-thousands", "Enter 1100 or 1.1", "", "" },
            { "K37-quoted-decimal-comma", null, "2024-01-05T00:00:00Z", "1.1011 1.1011 1.1001 1.1005 0" },
            { "K38-seconds-1e9", null, "2024-01-05T00:00:00Z", Usual },
            { "K39-time-only", "09:30:00.000", "", "" },
            { "K40-date-only-year-month", null, "2024-01-04T21:00:00Z", Usual },
            { "K41-us-am-pm", "5:00 PM", "", "" },
            { "K42-excel-number", "45296.5", "", "" },
            { "K43-tv-iso-offset-nocolon", null, "2024-01-04T21:00:00Z", Usual },
            { "K44-utc-suffix", null, "2024-01-05T00:00:00Z", Usual },
            { "K45-hijri-year", "1445-06-23", "", "" },
            { "K46-dup-columns", "close appears twice", "", "" },
            { "K47-unsorted-adj", null, "2024-01-06T00:00:00Z", "10 11 9 10 5" },
            { "K48-volume-header-usd", null, "2024-01-05T00:00:00Z", "100 110 90 105 0" },
            { "K49-vol", null, "2024-01-05T00:00:00Z", Usual },
            { "K50-k-suffix-vol", "volume is not a number: 12.5K", "", "" },
        };

    [Theory, MemberData(nameof(Cases))]
    public async Task A_file_is_read_right_or_refused_with_its_reason(string name, string? says, string time, string figures)
    {
        var (lines, reader, refusal) = await Read(name);
        if (says is not null)
        {
            (refusal ?? lines.FirstOrDefault(l => l.Fault is not null).Fault).ShouldNotBeNull(string.Join('\n', lines)).ShouldContain(says);
            return;
        }
        refusal.ShouldBeNull();
        lines.ShouldAllBe(l => l.Fault == null);
        var (candle, expected) = (lines[0].Candle, Array.ConvertAll(figures.Split(' '), Numbers.Stored));
        candle.Time.ShouldBe(DateTimeOffset.Parse(time, CultureInfo.InvariantCulture));
        new[] { candle.Open, candle.High, candle.Low, candle.Close, candle.Volume }.ShouldBe(expected);
        reader.Volume.ShouldBe(
            name switch
            {
                "K48-volume-header-usd" => null,
                "K11-volume-named" => "Volume BTC",
                "K49-vol" => "vol",
                "K28-metatrader" => "<TICKVOL>",
                "K06-binance-micro" => "6",
                "K12-tradingview-indicators" or "K15-bom-crlf" or "K47-unsorted-adj" => "Volume",
                _ => "volume",
            }
        );
        reader.TookUtc.ShouldBe(
            name is "K03-yyyymmdd" or "K05-date-and-time-columns" or "K26-local-noZ" or "K28-metatrader" or "K47-unsorted-adj",
            "A zone that is not named is said to be UTC."
        );
    }

    [Fact]
    public void Every_case_has_its_right_value() =>
        Directory
            .GetFiles(Folder, "K*.csv")
            .Select(Path.GetFileNameWithoutExtension)
            .Order()
            .ShouldBe(Cases.Select(c => c.Data.Item1).Order());

    [Fact]
    public async Task A_file_names_the_series_of_each_row()
    {
        var (lines, _, _) = await Read("K35-own-export-other-pair");
        lines
            .Select(l => l.Place)
            .ShouldBe([new(BotType.Forex, "EUR/USD", "1h"), new(BotType.Crypto, "BTC/USD", "1h"), new(BotType.Crypto, "BTC/USD", "15m")]);
        // A symbol is what was chosen, or the file is of something else.
        var (others, _, _) = await Read(
            Text("time,symbol,open,high,low,close\n1704412800,BINANCE:BTCUSD,1,1,1,1\n1704416400,ETH/USD,1,1,1,1")
        );
        (others[0].Fault, others[0].Place.Pair).ShouldBe((null, "BTC/USD"));
        others[1].Fault.ShouldNotBeNull().ShouldContain("ETH/USD");
    }

    [Theory]
    [InlineData("time;open;high;low;close\n1704412800;1,085;1,090;1,080;1,085\n1704416400;1,0855;1,090;1,080;1,085", "1.085 1.0855")]
    [InlineData(
        "time,open,high,low,close\n1704412800,\"1,085\",\"1,090\",\"1,080\",\"1,085\"\n1704416400,\"1,085.5\",\"1,090\",\"1,080\",\"1,085\"",
        "1085 1085.5"
    )]
    public async Task One_number_shows_what_the_commas_of_all_mean(string text, string opens)
    {
        var (lines, _, _) = await Read(Text(text));
        lines.ShouldAllBe(l => l.Fault == null);
        lines.Select(l => l.Candle.Open).ShouldBe(opens.Split(' ').Select(Numbers.Stored));
    }

    [Theory]
    [InlineData("time;open;high;low;close\n1704412800;1.085;1.090;1.080;1.085\n1704416400;1.085,5;1.090;1.080;1.085", "one style")]
    [InlineData("time,open,high,low,close,volume\n2024-01-05T00:00:00Z,1,100,1,110,1,090,1,100,7", "fields")]
    [InlineData("time,open,high,low,close,volume\n202401050000,1,1,1,1,1", "202401050000")]
    [InlineData("Zeit,Open,High,Low,Close\n1704412800,1,1,1,1", "time is missing")]
    [InlineData("Local time,Open,High,Low,Close\n1704412800,1,1,1,1", "time is missing")]
    public async Task What_could_mean_two_things_is_refused(string text, string says)
    {
        var (lines, _, refusal) = await Read(Text(text));
        (refusal ?? lines.FirstOrDefault(l => l.Fault is not null).Fault).ShouldNotBeNull().ShouldContain(says);
    }

    [Fact]
    public async Task The_same_line_twice_counts_once()
    {
        var (lines, _, _) = await Read(Text("time,open,high,low,close\n1704412800,1,1,1,1\n2024-01-05T00:00:00Z,1.0,1,1,1"));
        lines.Select(l => (l.Fault, l.IsRepeat)).ShouldBe([(null, false), (null, true)]);
    }

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Bots", "Cases");

    private static Task<(List<CandleLine> Lines, CandleFile Reader, string? Refusal)> Read(string name) =>
        Read(File.ReadAllBytes(Path.Combine(Folder, name + ".csv")));

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static async Task<(List<CandleLine> Lines, CandleFile Reader, string? Refusal)> Read(byte[] file)
    {
        var (lines, reader) = (
            new List<CandleLine>(),
            new CandleFile(Now, new CandlePlace(BotType.Crypto, file.AsSpan().IndexOf("bot_type"u8) < 0 ? "BTC/USD" : null, "1h"))
        );
        try
        {
            await foreach (var line in reader.Read(new MemoryStream(file)))
                lines.Add(line);
        }
        catch (Refusal refusal)
        {
            return (lines, reader, refusal.Message);
        }
        return (lines, reader, null);
    }
}
