using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using System.Reflection;

namespace CsDashboard.Foundation;

/// <summary>
/// Whether an input keeps its annotations, a tenth of the time of <see cref="Input.Checked"/>: for files with a hundred thousand rows, of
/// which nearly all do. What is wrong is said by the other. Where an annotation cleans a text, nothing is cleaned here.
/// </summary>
internal static class QuickCheck
{
    public static bool Keeps<T>(T input)
        where T : class
    {
        var context = new ValidationContext(input);
        foreach (var (name, read, rules) in Rules<T>.All)
        {
            (context.MemberName, context.DisplayName) = (name, name);
            var value = read(input);
            foreach (var rule in rules)
                if (rule.GetValidationResult(value, context) != ValidationResult.Success)
                    return false;
        }
        return true;
    }

    private static class Rules<T>
    {
        public static readonly (string Name, Func<T, object?> Read, ValidationAttribute[] Rules)[] All =
        [
            .. typeof(T)
                .GetProperties()
                .Select(p => (Property: p, Rules: p.GetCustomAttributes<ValidationAttribute>().ToArray()))
                .Where(p => p.Rules.Length > 0)
                .Select(p => (p.Property.Name, Reader(p.Property), p.Rules)),
        ];

        private static Func<T, object?> Reader(PropertyInfo property)
        {
            var input = Expression.Parameter(typeof(T));
            return Expression
                .Lambda<Func<T, object?>>(Expression.Convert(Expression.Property(input, property), typeof(object)), input)
                .Compile();
        }
    }
}
