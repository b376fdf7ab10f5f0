namespace CsDashboard.Images;

/// <summary>Which pictures of the library are listed.</summary>
public enum PictureFilter
{
    All,

    /// <summary>Without words for what is seen, in one of the languages.</summary>
    WithoutAlt,

    /// <summary>That nothing shows.</summary>
    Unused,
}
