namespace CsDashboard.Marketplace.Catalogue;

// What it says of itself. What isn't there in the reader's language is said in the other one.
public sealed partial class Product
{
    public required string NameEn { get; set; }
    public string? NameAr { get; set; }
    public string? SummaryEn { get; set; }
    public string? SummaryAr { get; set; }
    public string? DescriptionEn { get; set; }
    public string? DescriptionAr { get; set; }

    /// <summary>A line each.</summary>
    public string? FeaturesEn { get; set; }
    public string? FeaturesAr { get; set; }

    /// <summary>A line each, "Weight: 300 g".</summary>
    public string? SpecificationsEn { get; set; }
    public string? SpecificationsAr { get; set; }

    /// <summary>What its variants differ in, a line each, at most three: Size, Colour.</summary>
    public string? OptionsEn { get; set; }
    public string? OptionsAr { get; set; }

    /// <summary>Names, brand and tags as they are looked for (<see cref="Folding"/>).</summary>
    public string Sought { get; private set; } = "";

    public string Name(string language) => In(language, NameEn, NameAr)!;

    public string? Summary(string language) => In(language, SummaryEn, SummaryAr);

    public string? Description(string language) => In(language, DescriptionEn, DescriptionAr);

    public IReadOnlyList<string> Features(string language) => Lines(In(language, FeaturesEn, FeaturesAr));

    public IReadOnlyList<string> Options(string language) => Lines(In(language, OptionsEn, OptionsAr));

    /// <summary>Names and values; a line without a colon is a value without a name.</summary>
    public IReadOnlyList<(string Name, string Value)> Specifications(string language) =>
        [
            .. Lines(In(language, SpecificationsEn, SpecificationsAr))
                .Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries) is [var name, var value] ? (name, value) : ("", line)),
        ];

    internal void Fold() => Sought = Folding.Fold(string.Join(' ', NameEn, NameAr, Brand, TagText.Replace(',', ' '), SummaryEn, SummaryAr));

    internal static IReadOnlyList<string> Lines(string? text) =>
        text?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static string? In(string language, string? english, string? arabic) => language == "ar" ? arabic ?? english : english ?? arabic;
}
