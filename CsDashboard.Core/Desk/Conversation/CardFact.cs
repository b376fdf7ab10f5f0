using System.Text.Json;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Desk.Conversation;

/// <summary>One line of a card: label and value in both languages, frozen.</summary>
public sealed record CardFact(string Label, string LabelAr, string Value, string ValueAr, FactForm Form = FactForm.Text)
{
    public string LabelIn(string language) => language == "ar" ? LabelAr : Label;

    public string ValueIn(string language) => language == "ar" ? ValueAr : Value;
}
