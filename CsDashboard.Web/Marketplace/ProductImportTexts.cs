using System.Resources;
using CsDashboard.Web.Kit;

namespace CsDashboard.Web.Marketplace;

/// <summary>The texts of importing products (ProductImportTexts.resx, ProductImportTexts.ar.resx).</summary>
public sealed class ProductImportTexts
{
    private static readonly ResourceManager Texts = new(typeof(ProductImportTexts));

    private ProductImportTexts() { }

    internal static string Get(string key, params object?[] values) => Texts.Text(key, values);
}
