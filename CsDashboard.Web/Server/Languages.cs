using System.Globalization;
using System.Security.Claims;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using CsDashboard.Foundation;
using CsDashboard.Web.Identity;
using CsDashboard.Web.Kit;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Localization;

namespace CsDashboard.Web.Server;

/// <summary>English and Arabic, and which of them a request is answered in.</summary>
public static class Languages
{
    public const string CookieName = ".AspNetCore.Culture";

    public static readonly CultureInfo English = new("en");
    public static readonly CultureInfo Arabic = Gregorian(new CultureInfo("ar"));

    private static readonly CultureInfo[] Chosen =
    [
        .. new[] { English, Arabic }.SelectMany(language =>
            new[] { ReaderCulture.Latin, ReaderCulture.Arabic }.Select(digits => ReaderCulture.Of(language, digits))
        ),
    ];

    public static CultureInfo CultureOf(string? language) => language == "ar" ? Arabic : English;

    /// <summary>Whoever chose the digits of their numbers reads a page in those.</summary>
    public static void UseChosenDigits(this WebApplication app) =>
        app.Use(
            (http, next) =>
            {
                if (!http.IsForPrograms() && http.User.FindFirstValue(Principals.Digits) is { Length: > 0 } digits)
                    CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Chosen.Single(culture =>
                        culture.Name == Words.Language && ((ReaderCulture)culture).HasArabicDigits == (digits == ReaderCulture.Arabic)
                    );
                return next(http);
            }
        );

    /// <summary>
    /// For a page: the chosen language (cookie), the account's, the browser's. For a program: what it asks for, the account's.
    /// </summary>
    public static string Of(HttpContext http)
    {
        var account = Known(http.User.FindFirstValue(Principals.Language));
        return http.IsForPrograms()
            ? Accepted(http) ?? account ?? "en"
            : OfPaper(http) ?? OfCookie(http) ?? account ?? Accepted(http) ?? "en";
    }

    public static string? Known(string? language) => language is "en" or "ar" ? language : null;

    public static void AddLanguages(this IServiceCollection services)
    {
        services.AddLocalization().AddSingleton<IStringLocalizerFactory, Localizers>();
        // Arabic stays Arabic in the markup instead of becoming character codes.
        services.AddWebEncoders(encoders => encoders.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new RequestCulture(English);
            options.SupportedCultures = options.SupportedUICultures = [English, Arabic];
            options.RequestCultureProviders =
            [
                new CustomRequestCultureProvider(http => Task.FromResult<ProviderCultureResult?>(new(Of(http)))),
            ];
        });
    }

    // What is printed goes to somebody who may read another language than who prints it.
    private static string? OfPaper(HttpContext http) =>
        http.Request.Path.Value?.EndsWith("/invoice", StringComparison.Ordinal) == true ? Known(http.Request.Query["language"]) : null;

    private static string? OfCookie(HttpContext http) =>
        http.Request.Cookies[CookieName] is { Length: < 40 } cookie && CookieRequestCultureProvider.ParseCookieValue(cookie) is { } parsed
            ? Known(parsed.UICultures.FirstOrDefault().Value)
            : null;

    private static string? Accepted(HttpContext http)
    {
        if (http.Request.Headers.AcceptLanguage.Count == 0)
            return null;
        return http
            .Request.GetTypedHeaders()
            .AcceptLanguage.OrderByDescending(language => language.Quality ?? 1)
            .Select(language => Known(language.Value.Value?.Split('-')[0].ToLowerInvariant()))
            .FirstOrDefault(language => language is not null);
    }

    private static CultureInfo Gregorian(CultureInfo culture)
    {
        if (culture.DateTimeFormat.Calendar is not GregorianCalendar)
            culture.DateTimeFormat.Calendar = culture.OptionalCalendars.OfType<GregorianCalendar>().First();
        return culture;
    }
}
