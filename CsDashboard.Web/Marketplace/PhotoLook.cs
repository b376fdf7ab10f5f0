using CsDashboard.Foundation;
using CsDashboard.Images;
using CsDashboard.Marketplace.Catalogue;

namespace CsDashboard.Web.Marketplace;

/// <summary>Where the pictures of products lie, and how large they come.</summary>
internal static class PhotoLook
{
    private static readonly Preset[] Squares = [Preset.Thumbnail, Preset.Small, Preset.Medium, Preset.Large];

    public static string Of(this PictureAddresses addresses, ProductPicture picture, Preset preset) =>
        addresses.Of(picture.Company, picture.Id, preset);

    /// <summary>The squares from which a browser chooses, each with its real width: a small picture has few.</summary>
    public static string Set(this PictureAddresses addresses, ProductPicture picture) =>
        string.Join(
            ", ",
            Squares.DistinctBy(p => Side(picture, p)).Select(p => $"{addresses.Of(picture, p)} {HashChain.Text(Side(picture, p))}w")
        );

    /// <summary>As wide and high as the square comes; no picture is made larger than it is.</summary>
    public static int Side(ProductPicture picture, Preset preset) => Math.Min(preset.Side, Math.Min(picture.Width, picture.Height));
}
