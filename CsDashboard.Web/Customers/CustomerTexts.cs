using System.Globalization;
using System.Resources;
using CsDashboard.Web.Kit;

namespace CsDashboard.Web.Customers;

/// <summary>The texts of the customer record (CustomerTexts.resx, CustomerTexts.ar.resx).</summary>
public sealed class CustomerTexts
{
    private static readonly ResourceManager Source = new(typeof(CustomerTexts));

    private CustomerTexts() { }

    /// <summary>For static code; components take the localizer.</summary>
    public static string Get(string key, params object?[] values) => Source.Text(key, values);

    /// <summary>Null where there is no such text.</summary>
    public static string? Find(string key) => Source.GetString(key, CultureInfo.CurrentUICulture);
}
