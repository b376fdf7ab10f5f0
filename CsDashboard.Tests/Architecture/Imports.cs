using Mono.Cecil;
using Mono.Cecil.Cil;

namespace CsDashboard.Tests.Architecture;

/// <summary>Who names whom in a compiled assembly, room by room. A room is the first word after the root namespace.</summary>
internal static class Imports
{
    public sealed record Import(string From, string To, string Where)
    {
        public override string ToString() => $"{From} → {To} in {Where}";
    }

    /// <summary>The imports between rooms that the map does not allow. A room that the map does not know may import nothing.</summary>
    public static IReadOnlyList<Import> Forbidden(IEnumerable<Import> imports, IReadOnlyDictionary<string, string[]> map) =>
        [
            .. imports.Where(i =>
                i.From != i.To && !(map.TryGetValue(i.From, out var allowed) && (allowed.Contains(i.To) || allowed.Contains("*")))
            ),
        ];

    /// <summary>Everything that types of the assembly name, by the rooms under the root; types outside the root are left out.</summary>
    public static IReadOnlyList<Import> Of(string assembly, string root)
    {
        using var module = ModuleDefinition.ReadModule(assembly);
        return
        [
            .. module
                .GetTypes()
                .SelectMany(type =>
                    Named(type).Select(named => new Import(RoomOf(type, root), RoomOf(named, root), Outermost(type).FullName))
                )
                .Where(i => i.From.Length > 0 && i.To.Length > 0)
                .Distinct(),
        ];
    }

    /// <summary>The full names of everything a type names.</summary>
    public static IEnumerable<TypeReference> Named(TypeDefinition type)
    {
        var found = new List<TypeReference?> { type.BaseType };
        found.AddRange(type.Interfaces.Select(i => i.InterfaceType));
        found.AddRange(type.Fields.Select(f => f.FieldType));
        found.AddRange(type.CustomAttributes.Select(a => a.AttributeType));
        found.AddRange(type.CustomAttributes.SelectMany(a => a.ConstructorArguments).Select(a => a.Value as TypeReference));
        found.AddRange(type.GenericParameters.SelectMany(p => p.Constraints).Select(c => c.ConstraintType));
        found.AddRange(type.Properties.SelectMany(p => p.CustomAttributes).Select(a => a.AttributeType));
        foreach (var method in type.Methods)
        {
            found.Add(method.ReturnType);
            found.AddRange(method.Parameters.Select(p => p.ParameterType));
            found.AddRange(method.CustomAttributes.Select(a => a.AttributeType));
            found.AddRange(method.GenericParameters.SelectMany(p => p.Constraints).Select(c => c.ConstraintType));
            if (!method.HasBody)
                continue;
            found.AddRange(method.Body.Variables.Select(v => v.VariableType));
            found.AddRange(method.Body.ExceptionHandlers.Select(h => h.CatchType));
            found.AddRange(method.Body.Instructions.SelectMany(Named));
        }
        return found.OfType<TypeReference>().SelectMany(Flat);
    }

    private static IEnumerable<TypeReference?> Named(Instruction instruction) =>
        instruction.Operand switch
        {
            TypeReference type => [type],
            FieldReference field => [field.DeclaringType, field.FieldType],
            GenericInstanceMethod method =>
            [
                method.DeclaringType,
                method.ReturnType,
                .. method.Parameters.Select(p => p.ParameterType),
                .. method.GenericArguments,
            ],
            MethodReference method => [method.DeclaringType, method.ReturnType, .. method.Parameters.Select(p => p.ParameterType)],
            _ => [],
        };

    private static IEnumerable<TypeReference> Flat(TypeReference type) =>
        type switch
        {
            GenericInstanceType generic => generic.GenericArguments.SelectMany(Flat).Append(generic.ElementType),
            TypeSpecification wrapped => Flat(wrapped.ElementType),
            _ => [type],
        };

    public static TypeReference Outermost(TypeReference type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static string RoomOf(TypeReference type, string root)
    {
        var name = Outermost(type).Namespace;
        return name.StartsWith(root + ".", StringComparison.Ordinal) ? name[(root.Length + 1)..].Split('.')[0] : "";
    }
}
