namespace CsDashboard.Images;

/// <summary>What shows a picture, or keeps it.</summary>
public enum PictureFor
{
    /// <summary>A program that brought it by the API and has not given it back.</summary>
    Program,
    Article,
    Logo,
    Profile,
    Product,

    /// <summary>What a customer shows of what they send back; for them and the team alone.</summary>
    Return,
}
