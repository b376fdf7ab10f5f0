using CsDashboard.Foundation;
using CsDashboard.Web.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CsDashboard.Web.Server;

/// <summary>
/// The description of the API at /openapi/v1.json and the page that shows it (contract C29: one page, three addresses). Outside Development
/// staff and the service key read the whole; anybody else how to sign in.
/// </summary>
internal static class Docs
{
    public static void AddDocs(this IServiceCollection services)
    {
        services.AddSingleton<Description>();
        services.AddOpenApi(
            Description.Name,
            options =>
            {
                options.ShouldInclude = api =>
                    api.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true || api.RelativePath == "health";
                options.AddDocumentTransformer(
                    (document, _, _) =>
                    {
                        document.Info = new OpenApiInfo
                        {
                            Title = "CsDashboard",
                            Version = "1.0.0",
                            Description = ApiTexts.Of("Docs.Description"),
                        };
                        // No server address in it: it would be the one of whoever asked first.
                        document.Servers = [];
                        document.Components ??= new OpenApiComponents();
                        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
                        {
                            [Schemes.Bearer] = new OpenApiSecurityScheme
                            {
                                Type = SecuritySchemeType.Http,
                                Scheme = "bearer",
                                Description = "The token of POST /api/auth/login",
                            },
                            [Schemes.ServiceKey] = new OpenApiSecurityScheme
                            {
                                Type = SecuritySchemeType.ApiKey,
                                In = ParameterLocation.Header,
                                Name = "X-Service-API-Key",
                                Description = "For other programs; x-api-key is taken too",
                            },
                        };
                        return Task.CompletedTask;
                    }
                );
                options.AddOperationTransformer(
                    (operation, context, _) =>
                    {
                        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
                        if (metadata.OfType<IAllowAnonymous>().Any() || !metadata.OfType<IAuthorizeData>().Any())
                            return Task.CompletedTask;
                        operation.Security =
                        [
                            .. new[] { Schemes.Bearer, Schemes.ServiceKey }.Select(scheme => new OpenApiSecurityRequirement
                            {
                                [new OpenApiSecuritySchemeReference(scheme, context.Document)] = [],
                            }),
                        ];
                        return Task.CompletedTask;
                    }
                );
            }
        );
    }

    public static void MapDocs(this WebApplication app)
    {
        app.MapGet("/openapi/v1.json", Read).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/docs", () => Results.Redirect("/api-docs")).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/redoc", () => Results.Redirect("/api-docs")).AllowAnonymous().ExcludeFromDescription();
        app.UseSwaggerUI(page =>
        {
            page.RoutePrefix = "api-docs";
            page.DocumentTitle = "CsDashboard API";
            page.SwaggerEndpoint("/openapi/v1.json", "CsDashboard");
        });
    }

    private static async Task Read(HttpContext http, Description description, IHostEnvironment environment) =>
        await (await description.In(Words.Language, whole: environment.IsDevelopment() || IsStaff(http))).Serve(http);

    /// <summary>Agents, admins and the service key.</summary>
    internal static bool IsStaff(HttpContext http) =>
        http.User.IsInRole(nameof(Role.Agent)) || http.User.IsInRole(nameof(Role.Admin)) || http.User.IsInRole(nameof(Role.Service));
}
