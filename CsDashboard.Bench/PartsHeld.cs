using System.Collections;
using System.Diagnostics;
using System.Reflection;
using Microsoft.AspNetCore.Components.RenderTree;
using Microsoft.Extensions.Hosting;

namespace CsDashboard.Bench;

/// <summary>Which components hold how many parts for pages that are open in a product of this process.</summary>
internal sealed class PartsHeld : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    // Of one element, attribute or text, as the framework keeps it.
    private const int PartBytes = 40;
    private IHost? host;

    /// <summary>Before the product starts.</summary>
    public PartsHeld() => DiagnosticListener.AllListeners.Subscribe(this);

    /// <summary>A line for each component, the heaviest first: how many there are on a page, and KB that their parts take there.</summary>
    public IReadOnlyList<(string Component, double Count, double Kilobytes)> OfPages()
    {
        var assembly = Assembly.Load("Microsoft.AspNetCore.Components.Server");
        var registry = host!.Services.GetService(assembly.GetType("Microsoft.AspNetCore.Components.Server.Circuits.CircuitRegistry")!)!;
        var circuits = (IDictionary)registry.GetType().GetProperty("ConnectedCircuits", Any)!.GetValue(registry)!;
        var all = new List<(string Component, int Parts)>();
        foreach (var circuit in circuits.Values)
        {
            var renderer = circuit.GetType().GetProperty("Renderer", Any)!.GetValue(circuit)!;
            var states = (IDictionary)typeof(Renderer).GetField("_componentStateById", Any)!.GetValue(renderer)!;
            foreach (var state in states.Values)
                all.Add(
                    (
                        Value(state, "Component")!.GetType().Name,
                        Held(Value(state, "CurrentRenderTree")) + Held(Value(state, "_nextRenderTree"))
                    )
                );
        }
        return
        [
            .. all.GroupBy(a => a.Component)
                .Select(g => (g.Key, g.Count() / (double)circuits.Count, g.Sum(a => a.Parts) * PartBytes / 1024.0 / circuits.Count))
                .OrderByDescending(g => g.Item3),
        ];
    }

    private static int Held(object? tree) =>
        tree?.GetType().GetField("_entries", Any)!.GetValue(tree) is { } entries && Value(entries, "_items") is Array items
            ? items.Length
            : 0;

    private static object? Value(object of, string name)
    {
        for (var type = of.GetType(); type is not null; type = type.BaseType)
            if (type.GetField(name, Any) is { } field)
                return field.GetValue(of);
            else if (type.GetField($"<{name}>k__BackingField", Any) is { } backing)
                return backing.GetValue(of);
        return null;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.Extensions.Hosting")
            value.Subscribe(this);
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == "HostBuilt")
            host = (IHost)value.Value!;
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }
}
