using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CsDashboard.Foundation;

/// <summary>
/// A currency of ISO 4217: its three letters, and how many decimals its amounts have (the yen none, the Kuwaiti dinar three).
/// </summary>
[JsonConverter(typeof(CurrencyJson))]
public sealed record Currency
{
    // ISO 4217, list one, by decimals; with the lev and the guilder of Curaçao, which older orders are still in.
    private static readonly Dictionary<string, Currency> Known = new (int Decimals, string Codes)[]
    {
        (0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"),
        (
            2,
            """
            AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR
            FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN
            NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS
            VED VES WST XCD XCG YER ZAR ZMW ZWG
            """
        ),
        (3, "BHD IQD JOD KWD LYD OMR TND"),
        (4, "CLF UYW"),
    }
        .SelectMany(
            row => row.Codes.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
            (row, code) => new Currency(code, row.Decimals)
        )
        .ToDictionary(c => c.Code);

    private Currency(string code, int decimals) => (Code, Decimals) = (code, decimals);

    public string Code { get; }
    public int Decimals { get; }

    /// <summary>The default for a company that never chose one.</summary>
    public static Currency Usual { get; } = Known["USD"];

    /// <summary>All of them, by their letters.</summary>
    public static IReadOnlyList<Currency> All { get; } = [.. Known.Values.OrderBy(c => c.Code, StringComparer.Ordinal)];

    /// <summary>Null for letters that aren't a currency; lower case is accepted, too.</summary>
    public static Currency? Find(string? code) => code is { Length: 3 } ? Known.GetValueOrDefault(code.ToUpperInvariant()) : null;

    /// <summary>The currency of a stored row; letters stored before they were checked count as having two decimals.</summary>
    public static Currency Of(string code) => Find(code) ?? new(code, 2);

    public override string ToString() => Code;

    private sealed class CurrencyJson : JsonConverter<Currency>
    {
        public override Currency Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Of(reader.GetString() ?? throw new JsonException("A currency has letters."));

        public override void Write(Utf8JsonWriter writer, Currency value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Code);
    }
}
