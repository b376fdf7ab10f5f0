namespace CsDashboard.Images;

/// <summary>
/// The names of a picture's files in the store. They follow from its id, so that whoever holds a good address is served without a question
/// to the database.
/// </summary>
internal static class PrintKeys
{
    public static string Original(Guid picture) => picture.ToString("N") + "original";

    public static string Of(Guid picture, Preset preset, PrintFormat format) => $"{picture:N}{Word.Of(preset)}{Word.Of(format)}";

    /// <summary>Everything that may lie there of a picture.</summary>
    public static IEnumerable<string> All(Guid picture) =>
        Enum.GetValues<Preset>()
            .SelectMany(preset => Enum.GetValues<PrintFormat>().Select(format => Of(picture, preset, format)))
            .Prepend(Original(picture));
}
