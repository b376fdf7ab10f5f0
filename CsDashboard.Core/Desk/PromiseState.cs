using System.Text.Json;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Desk;

public enum PromiseState { Due, Met, Overdue, Missed, Paused }
