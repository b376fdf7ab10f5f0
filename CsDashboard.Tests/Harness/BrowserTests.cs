using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using CsDashboard.Foundation;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace CsDashboard.Tests.Harness;

/// <summary>The same with an app for the class, in which the cast lives.</summary>
public abstract class BrowserTests(TestApp app) : BrowserStory(app), IClassFixture<TestApp>;
