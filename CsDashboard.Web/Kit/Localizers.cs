using System.Reflection;
using System.Resources;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace CsDashboard.Web.Kit;

/// <summary>The localizers of components: as the framework makes them, but texts are filled as everywhere in the house.</summary>
internal sealed class Localizers(IOptions<LocalizationOptions> options, ILoggerFactory logs)
    : ResourceManagerStringLocalizerFactory(options, logs)
{
    private readonly ResourceNamesCache names = new();
    private readonly ILogger log = logs.CreateLogger<Localizers>();

    protected override ResourceManagerStringLocalizer CreateResourceManagerStringLocalizer(Assembly assembly, string baseName) =>
        new Filling(assembly, baseName, names, log);

    private sealed class Filling(Assembly assembly, string baseName, IResourceNamesCache names, ILogger log)
        : ResourceManagerStringLocalizer(new ResourceManager(baseName, assembly), assembly, baseName, names, log)
    {
        public override LocalizedString this[string name, params object[] arguments]
        {
            get
            {
                var text = this[name];
                return new(name, TextSource.Filled(text.Value, arguments), text.ResourceNotFound, text.SearchedLocation);
            }
        }
    }
}
