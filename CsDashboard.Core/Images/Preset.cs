namespace CsDashboard.Images;

/// <summary>
/// The sizes in which pictures are shown; no others are made, whoever asks (contract: market, Images). A picture that is smaller stays as
/// it is.
/// </summary>
public enum Preset
{
    /// <summary>150 x 150, cut around the middle.</summary>
    Thumbnail,

    /// <summary>300 x 300, cut around the middle.</summary>
    Small,

    /// <summary>600 x 600, cut around the middle.</summary>
    Medium,

    /// <summary>1200 x 1200, cut around the middle.</summary>
    Large,

    /// <summary>Whole, within 300 x 300: a logo.</summary>
    Badge,

    /// <summary>Whole, within 1600 x 1600: in a text, or looked at large.</summary>
    Page,
}
