using System.Resources;
using CsDashboard.Web.Kit;

namespace CsDashboard.Web.Server;

/// <summary>What the API says about requests that never reached a verb, in English and Arabic.</summary>
internal static class ApiTexts
{
    private static readonly ResourceManager Texts = new("CsDashboard.Web.Server.ApiTexts", typeof(ApiTexts).Assembly);

    public static string Of(string key) => Texts.Text(key);
}
