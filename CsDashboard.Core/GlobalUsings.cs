global using CsDashboard.Foundation;
