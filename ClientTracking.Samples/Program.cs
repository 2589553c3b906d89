System.Console.WriteLine("ClientTracking");
