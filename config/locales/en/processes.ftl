# processes
